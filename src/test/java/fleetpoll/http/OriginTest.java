package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.proxy.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginTest {

  private static final Proxy PROXY = new Proxy("proxy", 3128, Optional.empty());
  private static final Origin ORIGIN = new Origin(true, "a.example", 443);

  @Test
  void originsAreEqualIfAllTheirPartsAre() {
    assertThat(ORIGIN)
        .isEqualTo(new Origin(true, "a.example", 443))
        .hasSameHashCodeAs(new Origin(true, "a.example", 443));
    assertThat(ORIGIN.through(PROXY)).isEqualTo(ORIGIN.through(PROXY));
  }

  @Test
  void theCaseOfAHostMattersNot() {
    assertThat(new Origin(true, "A.Example", 443)).isEqualTo(ORIGIN).hasSameHashCodeAs(ORIGIN);
    assertThat(new Origin(true, "A.Example", 443).hostHeader()).isEqualTo("A.Example");
  }

  @Test
  void eachPartMakesAnotherOrigin() {
    assertThat(
            List.of(
                new Origin(false, "a.example", 443),
                new Origin(true, "b.example", 443),
                new Origin(true, "a.example", 444),
                ORIGIN.through(PROXY)))
        .doesNotContain(ORIGIN)
        .doesNotHaveDuplicates();
  }
}
