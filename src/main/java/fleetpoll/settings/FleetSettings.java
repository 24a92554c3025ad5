package fleetpoll.settings;

import fleetpoll.config.Parameter;
import java.time.Duration;
import java.util.List;

/**
 * Everything that decides what a fleet does: {@code conf/fleet.conf} with a profile and {@code -D}
 * over it, checked.
 *
 * @param identities one a device, in device order; its size is the number of devices
 * @param duration how long each device polls, from its own first tick
 * @param interval between two ticks of a device
 * @param target where the requests go, the first of those to compare
 * @param phase how the devices' first ticks lie within an interval
 * @param seed of everything random
 * @param ramp over which the devices' starts are spread, besides their phase
 * @param warmUp during which a device polls before its first tick without being recorded
 * @param timeout of one request, connecting included
 * @param storm when all devices drop their connections
 * @param deviceHeader name of the header that carries the device's id
 * @param endpoints in the order in which a tick sends them, at least one
 * @param inForce every parameter as it was read, in the order of {@code fleet.conf}
 */
public record FleetSettings(
    List<Identity> identities,
    Duration duration,
    Duration interval,
    TargetSettings target,
    Phase phase,
    long seed,
    Duration ramp,
    Duration warmUp,
    Duration timeout,
    StormSettings storm,
    String deviceHeader,
    List<EndpointSettings> endpoints,
    ClientSettings client,
    EmbeddedSettings embedded,
    ServerSettings server,
    VerdictSettings verdict,
    ComparisonSettings comparison,
    BaselineSettings baseline,
    LiveSettings live,
    List<Parameter> inForce) {

  /** Number of devices. */
  public int devices() {
    return identities.size();
  }

  /** Ticks of each device: the whole intervals that fit into the duration, whatever its phase. */
  public long ticksPerDevice() {
    return duration.toNanos() / interval.toNanos();
  }
}
