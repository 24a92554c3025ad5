package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({"2999, 3 s", "2949, 2.9 s", "2950, 3 s", "59990, 1 min", "999, 999 ms", "0, 0 ms"})
  void theNearestTenthOfASecondIsWritten(long millis, String text) {
    assertThat(Durations.rounded(Duration.ofMillis(millis))).isEqualTo(text);
  }
}
