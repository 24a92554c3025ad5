package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTextTest {

  @ParameterizedTest
  @CsvSource({
    "3.046, 3.05",
    "12.34, 12.3",
    "9.996, 10.0",
    "99.97, 100",
    "842.2, 842",
    "'1234.5', '1,235'",
    "0.5, 0.50",
    "0.0123, 0.012",
    "1, 1.00",
    "1.004, 1.004",
    "0.99996, 0.99996",
    "0.996, 0.996",
    "1.00000001, 1.000000"
  })
  void aRatioIsOneOnlyWhereItIs(double ratio, String text) {
    assertThat(RatioText.of(ratio)).isEqualTo(text);
  }
}
