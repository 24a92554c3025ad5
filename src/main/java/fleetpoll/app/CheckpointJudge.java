package fleetpoll.app;

import fleetpoll.checkpoint.Checkpoint;
import fleetpoll.judge.DeviceCounts;
import fleetpoll.judge.Evidence;
import fleetpoll.record.Snapshot;
import fleetpoll.run.Judgement;
import fleetpoll.run.Latency;
import fleetpoll.run.Run;
import fleetpoll.run.Silence;
import fleetpoll.run.Verdict;
import fleetpoll.settings.FleetSettings;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Judges a run at one checkpoint: it is INVALID, since it has not ended, but has its levels. */
final class CheckpointJudge implements Checkpoint.Judge {

  private final RunRecord record;
  private final FleetSettings settings;
  private final List<DeviceCounts> devices = new ArrayList<>();
  private Silence silence;

  CheckpointJudge(RunRecord record) {
    this.record = record;
    this.settings = record.fleet().settings();
  }

  @Override
  public void take(int device, Snapshot snapshot) {
    String id = settings.identities().get(device).id();
    long windowStartNanos = record.fleet().recorder().windowStartNanos();
    Silence own = Silence.of(id, snapshot.silence(), windowStartNanos);
    if (own != null && (silence == null || own.maxMs() > silence.maxMs())) {
      silence = own;
    }
    DeviceCounts counts = DeviceCounts.of(id, snapshot);
    if (counts.planned() > 0) {
      devices.add(counts);
    }
  }

  @Override
  public Run judge(Snapshot fleet, long untilNanos) {
    Run run = record.soFar(fleet, untilNanos, silence);
    Run judged =
        record.judge().judge(run, () -> Evidence.of(run, Latency.of(fleet.lateness()), devices));
    Verdict verdict = judged.verdict();
    String reason =
        "The run did not come to its end: its record is whole until %s."
            .formatted(run.end().truncatedTo(ChronoUnit.SECONDS));
    return judged.withVerdict(
        new Verdict(Judgement.INVALID, reason, verdict.validity(), verdict.levels()));
  }
}
