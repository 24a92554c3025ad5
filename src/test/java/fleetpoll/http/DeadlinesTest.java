package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of many polls time out. */
class DeadlinesTest {

  private final Rig rig = new Rig();
  private final List<Integer> timedOut = new ArrayList<>();

  /** One device for each time-out; they send at 1,000. */
  private Connection[] send(long... timeouts) {
    Connection[] devices = new Connection[timeouts.length];
    for (int i = 0; i < timeouts.length; i++) {
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
    return devices;
  }

  @Test
  void whoeverIsDueTimesOutAndNobodyElse() {
    Connection[] devices = send(400, 100, 300, 200);
    devices[2].drop();
    rig.deadlines.check(1_099);
    assertThat(timedOut).isEmpty();
    rig.deadlines.check(1_200);
    assertThat(timedOut).containsExactly(1, 3);
    rig.deadlines.check(1_399);
    assertThat(timedOut).containsExactly(1, 3);
    rig.deadlines.check(5_000);
    assertThat(timedOut).containsExactly(1, 3, 0);
    assertThat(rig.openSockets()).isZero();
  }

  @Test
  void aStallGivesAllThatAreInFlightItsTime() {
    send(100, 400);
    rig.deadlines.postpone(3_000, 4_000);
    send(200);
    rig.deadlines.check(1_200);
    assertThat(timedOut).containsExactly(0);
    rig.deadlines.check(4_099);
    assertThat(timedOut).containsExactly(0);
    rig.deadlines.check(4_100);
    assertThat(timedOut).containsExactly(0, 0);
    rig.deadlines.check(4_400);
    assertThat(timedOut).containsExactly(0, 0, 1);
  }

  /** The stall from 1,100 to 1,500 is known at 1,550; devices 0 and 1 were sent before it. */
  @Test
  void aPollThatWasSentInOrAfterAStallHasNoMoreTimeThanHasGoneBySince() {
    send(300, 700);
    rig.nowNanos = 1_500;
    send(300, 150);
    rig.deadlines.postpone(400, 1_550);

    rig.deadlines.check(1_699);
    assertThat(timedOut).isEmpty();
    rig.deadlines.check(1_700);
    assertThat(timedOut).containsExactly(0, 1);
    rig.deadlines.check(1_849);
    assertThat(timedOut).containsExactly(0, 1);
    rig.deadlines.check(1_850);
    assertThat(timedOut).containsExactly(0, 1, 0);
    rig.deadlines.check(2_100);
    assertThat(timedOut).containsExactly(0, 1, 0, 1);
  }
}
