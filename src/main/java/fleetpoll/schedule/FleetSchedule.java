package fleetpoll.schedule;

import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Phase;
import fleetpoll.settings.Share;
import fleetpoll.settings.shard.ShardSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Says when each device polls which endpoint. Instants are relative to the fleet's origin. Callers
 * name a device by its place among those that run here; what it does depends on its number in the
 * whole fleet and on the whole fleet's size, so that shards together do what one generator does.
 */
public final class FleetSchedule {

  // The uses of random numbers; each use has its own, storms those from 2 on.
  private static final int PHASE = 0;
  private static final int OFFSET = 1;
  private static final int JITTER = -1;
  private static final int DUTY = -2;

  private final FleetSettings settings;
  private final ShardSettings shard;
  private final long intervalNanos;
  private final long resolutionNanos;
  private final List<Share> shares;
  private final StormSchedule storms;
  private final Optional<RetrySchedule> retry;

  /** The schedule that {@code settings} describe. */
  public FleetSchedule(FleetSettings settings) {
    this.settings = settings;
    this.shard = settings.shard();
    this.intervalNanos = settings.interval().toNanos();
    this.resolutionNanos = Math.max(1, settings.resolution().toNanos());
    this.shares = settings.endpoints().stream().map(EndpointSettings::share).toList();
    this.retry =
        settings.behavior().retry().map(it -> new RetrySchedule(it, settings.seed(), shard));
    this.storms = new StormSchedule(settings.storm(), settings.warmUp(), settings.seed(), shard);
  }

  /** The time between two ticks of a device. */
  public long intervalNanos() {
    return intervalNanos;
  }

  /** How many ticks a device plans in a second; in the mean if it is away now and then. */
  double ticksPerSecond() {
    return settings
        .behavior()
        .duty()
        .map(duty -> duty.on().toNanos() / intervalNanos * 1e9 / duty.cycle().toNanos())
        .orElse(1e9 / intervalNanos);
  }

  /**
   * Ticks of the device at a place (0 … own devices − 1), on a clock on which the fleet's warm-up
   * starts at 0.
   */
  public TickGrid ticks(int place) {
    return ticksOf(shard.number(place));
  }

  private TickGrid ticksOf(int device) {
    long first =
        onSlot(
            rampNanos(device)
                + settings.warmUp().toNanos()
                + phaseNanos(device, intervalNanos, PHASE));
    long ticks = settings.ticksPerDevice();
    DutyCycle duty = duty(device, first, first + ticks * intervalNanos);
    return new TickGrid(
        first, intervalNanos, duty == null ? ticks : duty.ticks(), jitter(device), duty);
  }

  private TickJitter jitter(int device) {
    long mostNanos = settings.behavior().jitter().toNanos();
    return mostNanos == 0
        ? null
        : new TickJitter(
            DeviceRandom.stream(settings.seed(), device, JITTER), mostNanos, resolutionNanos);
  }

  private DutyCycle duty(int device, long firstNanos, long endNanos) {
    return settings
        .behavior()
        .duty()
        .map(
            duty -> {
              long place = phaseNanos(device, duty.cycle().toNanos(), DUTY);
              return DutyCycle.of(duty, firstNanos, intervalNanos, place, endNanos);
            })
        .orElse(null);
  }

  /**
   * Ticks of the device's warm-up, on the same clock: as many whole intervals as fit before its
   * first tick, and at least one if there is a warm-up at all, however long the interval.
   */
  public TickGrid warmUpTicks(int place) {
    int device = shard.number(place);
    long startNanos = portion(settings.warmUpRamp().toNanos(), device);
    long warmUpNanos = settings.warmUp().toNanos() - startNanos;
    long stepNanos = Math.max(1, Math.min(intervalNanos, warmUpNanos));
    return new TickGrid(
        onSlot(rampNanos(device) + startNanos + phaseNanos(device, stepNanos, PHASE)),
        stepNanos,
        warmUpNanos / stepNanos);
  }

  /**
   * Which ticks of the device poll each endpoint, in the endpoints' order. The pattern is shifted,
   * so that the fleet does not send its rare polls in a wave: with {@link Phase#SPREAD} by the
   * device's number modulo the share's denominator, with {@link Phase#RANDOM} at random.
   */
  public List<Interleaving> interleavings(int place) {
    int device = shard.number(place);
    List<Interleaving> result = new ArrayList<>(shares.size());
    for (Share share : shares) {
      result.add(new Interleaving(share, offset(device, share.denominator())));
    }
    return result;
  }

  private long offset(int device, int denominator) {
    return switch (settings.phase()) {
      case SPREAD -> device % denominator;
      case TOGETHER -> 0;
      case RANDOM -> DeviceRandom.below(denominator, settings.seed(), device, OFFSET);
    };
  }

  /**
   * From the fleet's origin to the end of the last device's last interval, warm-up included; of the
   * whole fleet, so that all shards divide the same time.
   */
  public long endNanos() {
    int last = shard.fleetDevices() - 1;
    long end = 0;
    for (int device = settings.phase() == Phase.RANDOM ? 0 : last; device <= last; device++) {
      end = Math.max(end, ticksOf(device).endNanos());
    }
    return end;
  }

  /**
   * When the measured window ends: after the ramp, as many intervals as a device has ticks, and the
   * jitter. All ticks are due before, whatever the phase. Without ramp and jitter, the window's
   * rate is the plan's; with them it is lower, because the fleet does not begin and end at once.
   */
  public long windowEndNanos() {
    return settings.warmUp().plus(settings.ramp()).plus(settings.behavior().jitter()).toNanos()
        + settings.ticksPerDevice() * intervalNanos;
  }

  /** When all devices drop their connections, and for how long they stay away. */
  public StormSchedule storms() {
    return storms;
  }

  /**
   * The random numbers of a poll: the same whenever the device sends it, and whatever it missed.
   *
   * @param endpoint its index
   * @param tick of the device, from 0; negative in the warm-up
   */
  public SplittableRandom randomOfPoll(int place, int endpoint, long tick) {
    return DeviceRandom.ofPoll(settings.seed(), shard.number(place), endpoint, tick);
  }

  /** For how long devices stay away after failures; empty: they do not. */
  public Optional<RetrySchedule> retry() {
    return retry;
  }

  /** The beginning of the slot that contains the instant. */
  private long onSlot(long nanos) {
    return nanos - Math.floorMod(nanos, resolutionNanos);
  }

  private long rampNanos(int device) {
    return portion(settings.ramp().toNanos(), device);
  }

  private long phaseNanos(int device, long withinNanos, int use) {
    return switch (settings.phase()) {
      case SPREAD -> portion(withinNanos, device);
      case TOGETHER -> 0;
      case RANDOM -> DeviceRandom.below(withinNanos, settings.seed(), device, use);
    };
  }

  private long portion(long nanos, int device) {
    return Math.round((double) nanos * device / shard.fleetDevices());
  }
}
