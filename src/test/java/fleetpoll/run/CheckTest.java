package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Unit;
import fleetpoll.run.Check.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PERCENT | 99.9      | at least 99.9 %
          PERCENT | 100       | at least 100 %
          PERCENT | 0.07      | at least 0.07 %
          MILLIS  | 50        | at least 50 ms
          MILLIS  | 0.25      | at least 0.25 ms
          MILLIS  | 3600000   | at least 3,600,000 ms
          CORES   | 1         | at least 1 core
          CORES   | 1.5       | at least 1.5 cores
          BYTES   | 314572800 | at least 314.5728 MB
          BYTES   | 3e8       | at least 300 MB
          COUNT   | 1000      | at least 1,000
          COUNT   | 0         | at least 0
          """)
  void aLimitIsWrittenAsItWasSet(Unit unit, double limit, String text) {
    assertThat(check(unit, limit, 1.0).limitText()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MILLIS  | 61.234    | 50      | 61.2 ms
          MILLIS  | 1234.56   | 50      | 1,235 ms
          MILLIS  | 4.0       | 50      | 4 ms
          MILLIS  | 0.123456  | 50      | 0.12 ms
          MILLIS  | 50.0      | 50      | 50 ms
          MILLIS  | 50.004    | 50      | 50.004 ms
          MILLIS  | 49.996    | 50      | 49.996 ms
          MILLIS  | 0.001     | 50      | 0.001 ms
          MILLIS  | 0         | 50      | 0 ms
          PERCENT | 99.999848 | 99.9    | 99.9998 %
          PERCENT | 100       | 99.9    | 100 %
          PERCENT | 99.89999  | 99.9    | 99.89999 %
          PERCENT | 33.333333 | 99.9    | 33.3 %
          PERCENT | 0.00004   | 0.1     | 0.00004 %
          CORES   | 1.4961    | 1.5     | 1.496 cores
          CORES   | 1         | 1.5     | 1 core
          BYTES   | 92300000  | 3e8     | 92.3 MB
          BYTES   | 300000001 | 3e8     | 300.000001 MB
          COUNT   | 12345     | 1000    | 12,345
          """)
  void aFigureStandsOnItsOwnSideOfTheLimit(Unit unit, double measured, double limit, String text) {
    assertThat(check(unit, limit, measured).measuredText()).isEqualTo(text);
  }

  @Test
  void whatIsNotMeasuredIsSaid() {
    Check check = Check.atMost("slo.server.cpu", "server's CPU", 1, null, Unit.CORES, Status.FAIL);

    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.sentence())
        .isEqualTo("The server's CPU was not measured, and slo.server.cpu allows 1 core.");
  }

  private static Check check(Unit unit, double limit, Double measured) {
    return Check.atLeast("key", "text", limit, measured, unit, Status.FAIL);
  }
}
