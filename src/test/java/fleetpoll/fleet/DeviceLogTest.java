package fleetpoll.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.http.Result;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which requests Gatling's log gets, and with which times. */
class DeviceLogTest {

  private static final long MS = 1_000_000;

  private final List<String> lines = new ArrayList<>();
  private final List<Throwable> faults = new ArrayList<>();
  private boolean isBroken;
  private final DeviceLog log =
      new DeviceLog(
          new RequestLog() {
            @Override
            public void ended(
                String name,
                long startMillis,
                long endMillis,
                boolean ok,
                int status,
                String message) {
              if (isBroken) {
                throw new IllegalStateException("broken");
              }
              lines.add(name + ": " + startMillis + " to " + endMillis + ", " + status);
            }

            @Override
            public void flush() {}
          },
          nanos -> nanos / MS,
          faults::add);

  private static Result result(long sentMillis, long endMillis) {
    return new Result(
        Outcome.OK, null, 200, 3, 60, sentMillis * MS, endMillis * MS, Opening.NONE, 0, true);
  }

  @Test
  void eachHopOfARedirectHasItsOwnTime() {
    log.redirected("A", 302, 0, 100 * MS);
    log.redirected("A", 301, 100 * MS, 107 * MS);
    log.ended("A", result(0, 110));

    assertThat(lines)
        .containsExactly(
            "A: 0 to 100, 302", "A Redirect 1: 100 to 107, 301", "A Redirect 2: 107 to 110, 200");
  }

  @Test
  void theNextPollBeginsAnew() {
    log.redirected("A", 302, 0, 100 * MS);
    log.ended("A", result(0, 110));
    log.ended("A", result(200, 205));

    assertThat(lines).last().isEqualTo("A: 200 to 205, 200");
  }

  @Test
  void aLineThatCannotBeWrittenCostsNothingButItself() {
    isBroken = true;
    log.redirected("A", 302, 0, 100 * MS);
    isBroken = false;
    log.ended("A", result(0, 110));

    assertThat(lines).containsExactly("A Redirect 1: 100 to 110, 200");
    assertThat(faults).hasSize(1);
  }
}
