package fleetpoll.judge;

import fleetpoll.figure.Numbers;
import fleetpoll.record.DeviceProgress;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Snapshot;
import fleetpoll.run.DeviceRow;
import fleetpoll.settings.FleetSettings;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What one device's polls of all endpoints came to.
 *
 * @param device its id
 * @param missedByGenerator because the generator was late or stood still
 */
public record DeviceCounts(
    String device, long planned, long sent, long ok, long missedByGenerator) {

  /** The devices of a fleet that is over, in order; those that planned nothing are left out. */
  public static List<DeviceCounts> of(FleetSettings settings, FleetRecorder fleet) {
    return IntStream.range(0, settings.ownDevices())
        .mapToObj(d -> of(settings.identities().get(d).id(), fleet.device(d)))
        .filter(device -> device.planned > 0)
        .toList();
  }

  private static DeviceCounts of(String id, DeviceRecorder device) {
    return of(id, device.endpoints(), device::progress);
  }

  /** What a device's polls had come to at an instant. */
  public static DeviceCounts of(String id, Snapshot device) {
    return of(id, device.endpoints(), device::progress);
  }

  private static DeviceCounts of(String id, int endpoints, IntFunction<DeviceProgress> progress) {
    long ok = 0;
    long sent = 0;
    long missed = 0;
    long byGenerator = 0;
    for (int endpoint = 0; endpoint < endpoints; endpoint++) {
      DeviceProgress polls = progress.apply(endpoint);
      ok += polls.ok();
      sent += polls.ok() + polls.ko();
      missed += polls.missed();
      byGenerator += polls.missedByGenerator();
    }
    return new DeviceCounts(id, sent + missed, sent, ok, byGenerator);
  }

  /**
   * The same with the polls of another endpoint.
   *
   * @param row that a run has stored; what it does not know counts as nothing
   */
  public DeviceCounts plus(DeviceRow row) {
    return new DeviceCounts(
        device,
        planned + row.planned(),
        sent + row.sent(),
        ok + row.ok(),
        missedByGenerator + (row.missedByGenerator() == null ? 0 : row.missedByGenerator()));
  }

  /** Whether the generator left it a poll. */
  boolean couldPoll() {
    return missedByGenerator < planned;
  }

  /** Polls that succeeded, in per cent of those sent; a device that sent none had no success: 0. */
  double successPercent() {
    return sent == 0 ? 0 : Numbers.percentOf(ok, sent);
  }

  /** Polls that were missed, in per cent of those planned. */
  double missedPercent() {
    return Numbers.percentOf(planned - sent, planned);
  }

  /** Polls that were missed for other causes than the generator, in per cent of those planned. */
  double missedByOthersPercent() {
    return Numbers.percentOf(planned - sent - missedByGenerator, planned);
  }
}
