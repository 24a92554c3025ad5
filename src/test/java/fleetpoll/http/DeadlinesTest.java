package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of many polls time out. */
class DeadlinesTest {

  private static final int DEVICES = 4;

  @Test
  void whoeverIsDueTimesOutAndNobodyElse() {
    Rig rig = new Rig();
    List<Integer> timedOut = new ArrayList<>();
    long[] timeouts = {400, 100, 300, 200};
    Connection[] devices = new Connection[DEVICES];
    for (int i = 0; i < DEVICES; i++) {
      int device = i;
      devices[i] = rig.anotherDevice();
      devices[i].send(
          rig.request("GET"),
          Rig.ok(),
          timeouts[i],
          result -> {
            if (result.outcome().equals(Outcome.TIMEOUT)) {
              timedOut.add(device);
            }
          });
    }
    assertThat(rig.deadlines.nextNanos()).isEqualTo(1_100);
    devices[2].drop();
    rig.deadlines.check(1_099);
    assertThat(timedOut).isEmpty();
    rig.deadlines.check(1_200);
    assertThat(timedOut).containsExactly(1, 3);
    assertThat(rig.deadlines.nextNanos()).isEqualTo(1_400);
    rig.deadlines.check(5_000);
    assertThat(timedOut).containsExactly(1, 3, 0);
    assertThat(rig.openSockets()).isZero();
  }
}
