package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortOwnersTest {

  /** Listeners written {@code address/port/pid}. */
  private static Owners find(String url, String... listeners) {
    return new PortOwners(
            TargetAddress.of(URI.create(url)),
            () -> Stream.of(listeners).map(PortOwnersTest::listener).toList(),
            UnaryOperator.identity())
        .get();
  }

  private static Listener listener(String text) {
    String[] parts = text.split("/");
    try {
      return new Listener(
          InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    } catch (java.net.UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000, 127.0.0.1/8000/7",
    "http://127.0.0.1:8000, 0.0.0.0/8000/7",
    "http://127.0.0.1:8000, ::/8000/7",
    "http://127.0.0.1:8000, ::ffff:127.0.0.1/8000/7",
    "http://[::1]:8000, ::1/8000/7",
    "http://[::1]:8000, ::/8000/7",
    "http://127.0.0.1, 127.0.0.1/80/7",
    "https://127.0.0.1, 127.0.0.1/443/7"
  })
  void whoeverAcceptsTheConnectionIsFound(String url, String listener) {
    assertThat(find(url, "127.0.0.1/9999/3", listener).pids()).containsExactly(7);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000, 127.0.0.2/8000/7",
    "http://127.0.0.1:8000, ::1/8000/7",
    "http://[::1]:8000, 0.0.0.0/8000/7",
    "http://127.0.0.1:8000, 127.0.0.1/8001/7"
  })
  void whoeverCannotAcceptItIsNot(String url, String listener) {
    assertThat(find(url, listener).pids()).isEmpty();
  }

  @Test
  void theClosestBindingWins() {
    assertThat(find("http://127.0.0.1:80", "::/80/1", "0.0.0.0/80/2", "127.0.0.1/80/3").pids())
        .containsExactly(3);
    assertThat(find("http://127.0.0.1:80", "::/80/1", "0.0.0.0/80/2").pids()).containsExactly(2);
    assertThat(find("http://127.0.0.1:80", "0.0.0.0/80/1", "0.0.0.0/80/2").pids())
        .isEqualTo(Set.of(1, 2));
  }

  @Test
  void whatToDoDependsOnWhatIsThere() {
    assertThat(find("http://127.0.0.1:8000").advice()).startsWith("Nobody listened on port 8000");
    assertThat(find("http://127.0.0.1:8000", "0.0.0.0/8000/-1"))
        .satisfies(owners -> assertThat(owners.pids()).isEmpty())
        .satisfies(owners -> assertThat(owners.advice()).contains("another user's"));
  }
}
