package fleetpoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamerauDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, '', 3",
    "'', abc, 3",
    "abc, abc, 0",
    "abc, abd, 1",
    "abc, abcd, 1",
    "abc, ac, 1",
    "abc, acb, 1",
    "devcies, devices, 1",
    "ca, abc, 3",
    "kitten, sitting, 3",
    "A, a, 1"
  })
  void countsSlips(String a, String b, int slips) {
    assertThat(DamerauDistance.between(a, b)).isEqualTo(slips);
    assertThat(DamerauDistance.between(b, a)).isEqualTo(slips);
  }
}
