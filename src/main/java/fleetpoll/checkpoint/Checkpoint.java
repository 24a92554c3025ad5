package fleetpoll.checkpoint;

import fleetpoll.fleet.Crew;
import fleetpoll.record.Bins;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Snapshot;
import fleetpoll.run.HistogramLog;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.RunSeconds;
import fleetpoll.run.unfinished.CheckpointFolder;
import fleetpoll.run.whole.StoredFile;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private final RunSeconds seconds;
  private Newest newest = new Newest(0, 0, TimelinePart.Settled.NOTHING);

  /**
   * The newest whole checkpoint, number 0 if there is none.
   *
   * @param settledBins how many of the fleet's bins had not changed any more
   */
  private record Newest(long number, int settledBins, TimelinePart.Settled settled) {}

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
   * @param seconds what is appended to the run's folder meanwhile
   */
  public Checkpoint(
      FleetSettings settings,
      FleetRecorder recorder,
      LongSupplier nowNanos,
      CheckpointFolder folder,
      RunSeconds seconds) {
    this.settings = settings;
    this.recorder = recorder;
    this.nowNanos = nowNanos;
    this.folder = folder;
    this.seconds = seconds;
  }

  /**
   * Stores another checkpoint, and deletes the one before when the new one is whole. If this fails,
   * the one before stays.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the run is over
   */
  public void take(List<Crew> crews, Judge judge) throws IOException, InterruptedException {
    long number = newest.number + 1;
    try {
      int bins = settledBins();
      TimelinePart.Settled settled = write(folder.begin(number), bins, crews, judge);
      folder.commit(number);
      newest = new Newest(number, bins, settled);
    } finally {
      folder.abandon(number);
    }
  }

  private TimelinePart.Settled write(Path part, int bins, List<Crew> crews, Judge judge)
      throws IOException, InterruptedException {
    long untilNanos = nowNanos.getAsLong();
    Snapshot fleet = Snapshot.none(settings.endpoints().size());
    List<StoredFile> files = new ArrayList<>();
    TimelinePart.Settled settled;
    try (OpenFiles open = new OpenFiles()) {
      TimelinePart timeline = new TimelinePart(open, part, before(), newest.settled);
      DeviceFiles devices = new DeviceFiles(open, part, settings, recorder, bins, timeline);
      new RollCall(recorder, nowNanos, newest.settledBins)
          .make(
              crews,
              (device, snapshot, logins) -> {
                devices.add(device, snapshot, logins);
                judge.take(device, snapshot);
                fleet.add(snapshot);
              });
      files.addAll(devices.finish());
      settled = timeline.finish();
      files.add(timeline.stored());
    }
    files.addAll(seconds.force());
    write(part, fleet, judge.judge(fleet, untilNanos), files);
    return settled;
  }

  private void write(Path part, Snapshot fleet, Run run, List<StoredFile> files)
      throws IOException {
    List<String> endpoints = settings.endpoints().stream().map(EndpointSettings::name).toList();
    files.add(
        new HistogramLog(part.resolve(RunFolder.HISTOGRAMS))
            .writeFleet(fleet, endpoints, run.start(), run.end()));
    new RunFolder(part).write(run.stored(run.missing(), files));
  }

  private Path before() {
    return folder.path().resolve(Long.toString(newest.number)).resolve(RunFolder.DEVICE_TIMELINE);
  }

  /** The bins before the oldest tick that is not yet done, of any device. */
  private int settledBins() {
    Bins bins = recorder.bins();
    long openSince = recorder.openSinceNanos().orElse(bins.startNanos());
    return Math.max(
        newest.settledBins, openSince < bins.startNanos() ? 0 : bins.indexOf(openSince));
  }
}
