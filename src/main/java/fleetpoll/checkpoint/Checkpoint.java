package fleetpoll.checkpoint;

import fleetpoll.fleet.Crew;
import fleetpoll.record.Bins;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Snapshot;
import fleetpoll.run.HistogramLog;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.unfinished.CheckpointFolder;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Stores checkpoints of one run, one after the other. Each device's rows are whole at an instant of
 * its own, at most some hundredths of a second after the checkpoint begins, and the totals are the
 * sum of the rows. Belongs to one thread.
 */
public final class Checkpoint {

  private final FleetSettings settings;
  private final FleetRecorder recorder;
  private final LongSupplier nowNanos;
  private final CheckpointFolder folder;
  private long number;
  private int settledBins;
  private long settledBytes;

  /** Takes part in the making of a checkpoint. */
  public interface Judge {
    /** A device's part of the record. */
    void take(int device, Snapshot snapshot);

    /**
     * The run as it is to be stored.
     *
     * @param fleet the sum of all devices
     * @param untilNanos the instant until which all devices' records are whole
     */
    Run judge(Snapshot fleet, long untilNanos);
  }

  /**
   * The checkpoints of a run of which there are none yet.
   *
   * @param nowNanos the fleet's clock
   */
  public Checkpoint(
      FleetSettings settings,
      FleetRecorder recorder,
      LongSupplier nowNanos,
      CheckpointFolder folder) {
    this.settings = settings;
    this.recorder = recorder;
    this.nowNanos = nowNanos;
    this.folder = folder;
  }

  /**
   * Stores another checkpoint, and deletes the one before when the new one is whole. If this fails,
   * the one before stays.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the run is over
   */
  public void take(List<Crew> crews, Judge judge) throws IOException, InterruptedException {
    long next = number + 1;
    try {
      write(folder.begin(next), crews, judge);
      folder.commit(next);
      number = next;
    } finally {
      folder.abandon(next);
    }
  }

  private void write(Path part, List<Crew> crews, Judge judge)
      throws IOException, InterruptedException {
    long untilNanos = nowNanos.getAsLong();
    int settled = settledBins();
    long bytes;
    Snapshot fleet = Snapshot.none(settings.endpoints().size());
    Path before = folder.path().resolve(Long.toString(number)).resolve(RunFolder.DEVICE_TIMELINE);
    try (TimelinePart timeline = new TimelinePart(part, before, settledBytes);
        DeviceFiles files = new DeviceFiles(part, settings, recorder, settled, timeline)) {
      new RollCall(recorder, nowNanos, settledBins)
          .make(
              crews,
              (device, snapshot) -> {
                files.add(device, snapshot);
                judge.take(device, snapshot);
                fleet.add(snapshot);
              });
      files.finish();
      bytes = timeline.finish();
    }
    Run run = judge.judge(fleet, untilNanos);
    List<String> endpoints = settings.endpoints().stream().map(EndpointSettings::name).toList();
    new HistogramLog(part.resolve(RunFolder.HISTOGRAMS))
        .writeFleet(fleet, endpoints, run.start(), run.end());
    new RunFolder(part).write(run);
    settledBins = settled;
    settledBytes = bytes;
  }

  /** The bins before the oldest tick that is not yet done, of any device. */
  private int settledBins() {
    Bins bins = recorder.bins();
    long openSince = recorder.openSinceNanos().orElse(bins.startNanos());
    return Math.max(settledBins, openSince < bins.startNanos() ? 0 : bins.indexOf(openSince));
  }
}
