package fleetpoll.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Figure;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.record.Poll;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Copies;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.FleetExamples;
import fleetpoll.run.Judgement;
import fleetpoll.run.Latency;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Run;
import fleetpoll.run.RunAssembly;
import fleetpoll.run.Verdict;
import fleetpoll.schedule.MissedCause;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.ServiceLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final long MILLI = 1_000_000;

  private final FleetSettings settings =
      FleetExamples.fleet(2, Duration.ofSeconds(10), Duration.ofMillis(500));
  private final FleetRecorder fleet = new FleetRecorder(settings);

  @Test
  void aWholeRunHasEveryPollThatTheSettingsHold() {
    fleet.devices().forEach(device -> poll(device, 20));

    Evidence evidence = evidence();

    assertThat(evidence.scheduled()).isEqualTo(2 * 22);
    assertThat(evidence.sum(EndpointTotals::planned)).isEqualTo(evidence.scheduled());
    assertThat(evidence.ticks()).isEqualTo(40);
    assertThat(evidence.lateness().maxMs()).isEqualTo(2.0);
    assertThat(evidence.devices())
        .containsExactly(
            new DeviceCounts("device-0001", 22, 22, 22, 0),
            new DeviceCounts("device-0002", 22, 22, 22, 0));
    assertThat(Judge.judge(settings.verdict(), evidence, List.of()).judgement())
        .isEqualTo(Judgement.VALID);
  }

  @Test
  void aRunThatEndedEarlyHasNot() {
    poll(fleet.device(0), 20);
    poll(fleet.device(1), 19);

    assertThat(Judge.judge(settings.verdict(), evidence(), List.of()).judgement())
        .isEqualTo(Judgement.INVALID);
  }

  @Test
  void aDeviceCountsAllItsPollsUnlessItPlannedNone() {
    DeviceRecorder device = fleet.device(1);
    long tick = device.cursor().take(device.cursor().nextDueNanos());
    device.missed(0, tick, MissedCause.BUSY);
    device.missed(1, tick, MissedCause.GENERATOR);

    assertThat(evidence().devices()).containsExactly(new DeviceCounts("device-0002", 2, 0, 0, 1));
  }

  /** Its polls take 1 ms each; the generator misses the tenth tick, which is a poll of A. */
  @Test
  void aServerIsNotBlamedForTheWaitAfterAPollThatTheGeneratorMissed() {
    DeviceRecorder device = fleet.device(0);
    poll(device, 10);
    long tick = device.cursor().take(device.cursor().nextDueNanos());
    device.missed(0, tick, MissedCause.GENERATOR);
    poll(device, 9);
    poll(fleet.device(1), 20);
    ServiceLevel silence =
        new ServiceLevel("slo.silence", Optional.empty(), Figure.SILENCE, 800, true);
    ServiceLevel response =
        new ServiceLevel("slo.a.response.max", Optional.of("A"), Figure.RESPONSE_MAX, 200);

    Verdict verdict = Judge.judge(settings.verdict(), evidence(), List.of(silence, response));

    assertThat(verdict.levels()).extracting(Check::measured).containsExactly(999.0, 502.0);
    assertThat(verdict.levels()).allMatch(level -> level.status() == Status.WARN);
    assertThat(verdict.judgement()).isEqualTo(Judgement.INVALID);
  }

  private Evidence evidence() {
    Run run =
        ResourceExamples.run(
            RunAssembly.totals(settings, fleet),
            ResourceExamples.RESOURCES,
            Duration.ofSeconds(10));
    Run seen = Copies.with(run, "silence", RunAssembly.silence(settings, fleet));
    Run due = Copies.with(seen, "due", new Run.Due(Plan.of(settings).polls(), fleet.ticks()));
    return Evidence.of(due, Latency.of(fleet.lateness()), DeviceCounts.of(settings, fleet));
  }

  private static void poll(DeviceRecorder device, int ticks) {
    for (int n = 0; n < ticks; n++) {
      long tick = device.cursor().take(device.cursor().nextDueNanos());
      long due = device.dueNanos(tick);
      for (int endpoint = 0; endpoint < 2; endpoint++) {
        if (device.isDue(endpoint, tick)) {
          long sent = due + (1 + endpoint) * MILLI;
          device.record(
              new Poll(
                  endpoint,
                  due,
                  due,
                  sent,
                  sent + MILLI,
                  100,
                  160,
                  Opening.NONE,
                  Outcome.OK,
                  null));
        }
      }
    }
  }
}
