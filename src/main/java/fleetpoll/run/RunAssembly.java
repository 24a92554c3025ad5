package fleetpoll.run;

import fleetpoll.record.EndpointSummary;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Snapshot;
import fleetpoll.run.shard.Shard;
import fleetpoll.run.unfinished.Maker;
import fleetpoll.settings.FleetSettings;
import fleetpoll.stall.Stalls;
import fleetpoll.watch.Finding;
import fleetpoll.watch.Happening;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts together a run that is over, or what there is of one that goes on. Nanoseconds are those of
 * the fleet's clock, on which the first device's warm-up begins at 0.
 *
 * @param id name of the run folder
 * @param uuid random, the same for as long as the run lasts
 * @param target where the requests went
 * @param origin the instant at which the fleet's clock is 0
 * @param lastLeftNanos when the last device left; 0 if none has; of a run that has not ended, the
 *     instant until which its record is whole
 * @param interruptedNanos empty if the run was not interrupted
 * @param finding where the target's resources come from
 * @param sampled the resources of the measured window, or until the last device left if that was
 *     earlier
 * @param happenings other than polls, storms and the interruption, in any order
 */
public record RunAssembly(
    String id,
    String uuid,
    String target,
    Versions versions,
    FleetSettings settings,
    FleetRecorder recorder,
    Instant origin,
    long lastLeftNanos,
    Optional<Long> interruptedNanos,
    Finding finding,
    SampledWindow sampled,
    List<Happening> happenings) {

  /** The run, not yet judged and with no missing files. */
  public Run run() {
    return run(
        Run.State.ENDED,
        null,
        totals(settings, recorder),
        silence(settings, recorder),
        recorder.ticks(),
        endNanos());
  }

  /**
   * A run that has not ended, likewise; {@code lastLeftNanos} is the instant until which its record
   * is whole.
   *
   * @param sum of what is stored of all devices
   * @param silence of that; null if no device had anything planned
   */
  public Run soFar(Maker maker, Snapshot sum, Silence silence) {
    long untilNanos = Math.max(startNanos(), Math.min(endNanos(), lastLeftNanos));
    return run(
        Run.State.RUNNING,
        maker,
        totals(settings, sum::summarise, sum::isBalanced),
        silence,
        sum.ticks(),
        untilNanos);
  }

  private Run run(
      Run.State state,
      Maker maker,
      List<EndpointTotals> totals,
      Silence silence,
      long ticks,
      long endNanos) {
    List<Storm> storms = storms(recorder, lastLeftNanos);
    return new Run(
        Run.SCHEMA_VERSION,
        state,
        maker,
        id,
        uuid,
        origin.plusNanos(startNanos()),
        origin.plusNanos(endNanos),
        overtime(),
        new Run.Due(recorder.scheduled(), ticks),
        interruptedNanos.isPresent(),
        target,
        Shard.of(settings.shard(), recorder.start(), origin, origin.plusNanos(startNanos())),
        versions,
        settings.inForce(),
        settings.deviceIds(),
        recorder.bins().widthNanos() / 1e9,
        null,
        totals,
        recorder.logins().map(logins -> Logins.of(logins, settings.deviceIds())).orElse(null),
        events(storms),
        storms,
        silence,
        Connections.Handshakes.of(recorder.handshakes()),
        resources(totals, endNanos),
        Verdict.PENDING,
        List.of(),
        null);
  }

  /** The fleet's totals, in the order of the settings. */
  public static List<EndpointTotals> totals(FleetSettings settings, FleetRecorder recorder) {
    return totals(
        settings,
        recorder.totals()::get,
        e -> recorder.devices().stream().allMatch(device -> device.isBalanced(e)));
  }

  private static List<EndpointTotals> totals(
      FleetSettings settings, IntFunction<EndpointSummary> summary, IntPredicate isBalanced) {
    return IntStream.range(0, settings.endpoints().size())
        .mapToObj(
            e ->
                EndpointTotals.of(
                    settings.endpoints().get(e).name(), summary.apply(e), isBalanced.test(e)))
        .toList();
  }

  /** The storms that struck until {@code endNanos}, in order. */
  public static List<Storm> storms(FleetRecorder recorder, long endNanos) {
    return recorder.storms().stream()
        .filter(storm -> storm.atNanos() <= endNanos)
        .map(storm -> Storm.of(storm, recorder.windowStartNanos()))
        .toList();
  }

  /** The longest silence of a device; null if no device had anything planned. */
  public static Silence silence(FleetSettings settings, FleetRecorder recorder) {
    return Silence.longest(settings.deviceIds(), recorder);
  }

  private long startNanos() {
    return recorder.windowStartNanos();
  }

  /**
   * The schedule's end or the interruption, whenever the last device left: devices may leave an
   * interval before, and a time-out long after. A run that ends in its warm-up has a measured
   * window of no length.
   */
  private long endNanos() {
    long endNanos = recorder.windowEndNanos();
    return Math.max(startNanos(), Math.min(endNanos, interruptedNanos.orElse(endNanos)));
  }

  private Run.Overtime overtime() {
    FleetRecorder.Overtime summary = recorder.overtime();
    return new Run.Overtime(summary.polls(), Decimals.seconds(summary.lastNanos()));
  }

  private List<Event> events(List<Storm> storms) {
    Stream<Happening> interruption =
        interruptedNanos.stream()
            .map(at -> new Happening(at, "interrupted", "The run was interrupted."));
    return Stream.of(
            happenings.stream().map(this::event),
            storms.stream().flatMap(Storm::events),
            interruption.map(this::event))
        .flatMap(Function.identity())
        .sorted(Comparator.comparingDouble(Event::tS))
        .toList();
  }

  private Event event(Happening happening) {
    return Event.of(happening, startNanos());
  }

  /** Nobody samples after the last device has left. */
  private Resources resources(List<EndpointTotals> totals, long windowEndNanos) {
    long endNanos = Math.max(startNanos(), Math.min(windowEndNanos, lastLeftNanos));
    return Resources.of(
        finding,
        sampled.until(endNanos),
        totals.stream().mapToLong(EndpointTotals::sent).sum(),
        settings.ownDevices(),
        Stalls.of(recorder.eventLoops(), recorder.stallTime()),
        Math.max(windowEndNanos, lastLeftNanos));
  }
}
