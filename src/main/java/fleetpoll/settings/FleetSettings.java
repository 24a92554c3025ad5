package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.Masks;
import fleetpoll.config.Parameter;
import fleetpoll.settings.access.AccessSettings;
import fleetpoll.settings.behavior.BehaviorSettings;
import fleetpoll.settings.capacity.CapacitySettings;
import fleetpoll.settings.shard.ShardSettings;
import fleetpoll.trust.Trust;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides what a fleet does: {@code conf/fleet.conf} with a profile and {@code -D}
 * over it, checked.
 *
 * @param shard which devices of the fleet run here, and when they start
 * @param identities one for each device that runs here, in the fleet's order
 * @param duration how long each device polls, from its own first tick
 * @param interval between two ticks of a device
 * @param target where the requests go; the first of those to compare
 * @param phase how the devices' first ticks lie within an interval
 * @param seed of everything random
 * @param ramp over which the devices' starts are spread, in addition to their phase
 * @param warmUpRamp at the warm-up's beginning, over which the devices' starts are spread, at most
 *     half of it
 * @param warmUp during which a device polls before its first tick without being recorded
 * @param timeout of one request, connecting included
 * @param resolution of the slots of time on which all ticks begin; zero: there are none
 * @param localAddresses from which devices connect in turn, none twice; none: the system chooses
 * @param preflight for how long, before the load, to try to open a connection to a server that
 *     already runs; empty: not at all
 * @param checkpoint how often at most to store what the devices have recorded so far; empty: only
 *     at the end
 * @param trust whose certificates the devices trust
 * @param access as whom the devices connect, and through which proxy
 * @param storm when all devices drop their connections
 * @param behavior what a device does by itself
 * @param deviceHeader name of the header that carries the device's id
 * @param endpoints in the order in which a tick sends them, at least one
 * @param login what a device must have before it polls
 * @param baseline folder of an earlier run that this one must not be worse than; empty: none
 * @param tolerance by how much it may nevertheless be worse
 * @param capacity the search for the largest such fleet, of which this is the largest that it
 *     tries; empty: one run of this fleet
 * @param masks decide what of a text about this is secret
 * @param inForce every parameter as it was read, in the order of {@code fleet.conf}
 */
public record FleetSettings(
    ShardSettings shard,
    List<Identity> identities,
    Duration duration,
    Duration interval,
    TargetSettings target,
    Phase phase,
    long seed,
    Duration ramp,
    Duration warmUpRamp,
    Duration warmUp,
    Duration timeout,
    Duration resolution,
    List<InetAddress> localAddresses,
    Optional<Duration> preflight,
    Optional<Duration> checkpoint,
    Trust trust,
    AccessSettings access,
    StormSettings storm,
    BehaviorSettings behavior,
    String deviceHeader,
    List<EndpointSettings> endpoints,
    LoginSettings login,
    ClientSettings client,
    EmbeddedSettings embedded,
    ServerSettings server,
    VerdictSettings verdict,
    ComparisonSettings comparison,
    Optional<Path> baseline,
    Tolerance tolerance,
    LiveSettings live,
    Optional<CapacitySettings> capacity,
    Masks masks,
    List<Parameter> inForce) {

  /**
   * What a device's HTTP client does by itself; a plain device does none of it.
   *
   * @param cookies whether a device keeps and sends back cookies
   * @param followRedirects whether a device follows redirects; all hops are then one poll
   * @param mostRedirects that one poll follows
   * @param statusLineBytes the longest status line of an answer
   * @param headerBytes the longest header of an answer
   * @param checkedBodyBytes the longest body that is kept for a check
   */
  public record ClientSettings(
      boolean cookies,
      boolean followRedirects,
      int mostRedirects,
      int statusLineBytes,
      int headerBytes,
      int checkedBodyBytes) {}

  /** The second pass; call it only if the first has found no problems. */
  static FleetSettings of(
      FleetCheck check, Optional<CapacitySettings> capacity, Masks masks, List<Parameter> inForce) {
    Checked values = check.values();
    return new FleetSettings(
        check.shard().settings(),
        check.identities().list(),
        values.get(FleetKeys.DURATION),
        values.get(FleetKeys.INTERVAL),
        check.targets().settings(),
        values.get(FleetKeys.PHASE),
        values.get(FleetKeys.SEED),
        values.get(FleetKeys.RAMP),
        values.get(FleetKeys.WARM_UP_RAMP),
        values.get(FleetKeys.WARM_UP),
        values.get(FleetKeys.TIMEOUT),
        values.get(FleetKeys.RESOLUTION),
        values.get(FleetKeys.LOCAL_ADDRESSES).stream().distinct().toList(),
        values.get(FleetKeys.PREFLIGHT),
        values.get(FleetKeys.CHECKPOINT),
        check.trust().orElseThrow(),
        FleetKeys.ACCESS.settings(values, check.credentials(), values.get(FleetKeys.STORM_RESUME)),
        StormSettings.of(values),
        FleetKeys.BEHAVIOR.settings(values),
        values.get(FleetKeys.DEVICE_HEADER),
        check.endpoints().settings(),
        check.login().settings(),
        new ClientSettings(
            values.get(FleetKeys.COOKIES),
            values.get(FleetKeys.FOLLOW_REDIRECTS),
            values.get(FleetKeys.MOST_REDIRECTS),
            values.get(FleetKeys.STATUS_LINE),
            values.get(FleetKeys.HEADER),
            values.get(FleetKeys.CHECKED_BODY)),
        EmbeddedSettings.of(values),
        ServerSettings.of(values),
        new VerdictSettings(ValidityLimits.of(values), check.levels().settings(values)),
        ComparisonSettings.of(values),
        values.get(FleetKeys.BASELINE),
        Tolerance.of(values),
        LiveSettings.of(values),
        capacity,
        masks,
        masks.of(inForce));
  }

  /** How many devices run here: all of the fleet, unless it has shards. */
  public int ownDevices() {
    return identities.size();
  }

  /** The ids of the devices that run here, in the fleet's order. */
  public List<String> deviceIds() {
    return identities.stream().map(Identity::id).toList();
  }

  /**
   * The servers to poll as they may be stored and shown, in their order. Two that differ in nothing
   * but secrets are alike.
   */
  public List<String> shownTargets() {
    return comparison.targets().stream().map(masks::text).toList();
  }

  /** The first of them, without a slash at its end. */
  public String shownTarget() {
    // Masked first: a secret may end with a slash.
    return shownTargets().get(0).replaceFirst("/+$", "");
  }

  /** Whether a device may connect by TLS: a redirect may lead from http to https. */
  public boolean mayUseTls() {
    return client.followRedirects() || target.isHttps();
  }

  /**
   * Ticks of a device that is never away: the whole intervals that fit into the duration, whatever
   * its phase.
   */
  public long ticksPerDevice() {
    return duration.toNanos() / interval.toNanos();
  }
}
