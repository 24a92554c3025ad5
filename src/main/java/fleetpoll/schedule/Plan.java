package fleetpoll.schedule;

import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Foretells what a fleet is going to do, by pure arithmetic over its schedule.
 *
 * @param devices number of devices, each with one connection
 * @param localAddresses from how many addresses they connect in turn, at least 1
 * @param ticks of all devices together
 * @param endpoints in the fleet's order
 * @param requestsPerSecond of the whole fleet when every device polls; in the mean of a cycle if
 *     the devices are away now and then
 * @param payloadBytesPerSecond expected bodies of the answers; endpoints of unknown size and those
 *     that devices ask only for what has changed count 0
 * @param logBytes expected size of Gatling's simulation.log
 * @param heapBytes that the generator needs, Gatling's report included
 * @param checkedBytes that it needs more at most, for bodies of unknown length that are checked
 * @param bodyBytes that the devices' own request bodies take outside the heap; 0 if they share them
 * @param tlsBytes that TLS takes outside the heap
 */
public record Plan(
    int devices,
    int localAddresses,
    long ticks,
    List<Endpoint> endpoints,
    double requestsPerSecond,
    double payloadBytesPerSecond,
    long logBytes,
    long heapBytes,
    long checkedBytes,
    long bodyBytes,
    long tlsBytes) {

  /** Measured with short endpoint names and no failures. */
  private static final long LOG_BYTES_PER_REQUEST = 22;

  /** Measured on a core that the server does not share. */
  private static final double REQUESTS_PER_SECOND_AND_EVENT_LOOP = 20_000;

  /** The polls of one endpoint by all devices. */
  public record Endpoint(String name, long polls) {}

  /** The plan of {@code settings}. */
  public static Plan of(FleetSettings settings) {
    FleetSchedule schedule = new FleetSchedule(settings);
    long[] polls = new long[settings.endpoints().size()];
    long ticks = 0;
    for (int device = 0; device < settings.ownDevices(); device++) {
      long own = schedule.ticks(device).ticks();
      ticks += own;
      List<Interleaving> interleavings = schedule.interleavings(device);
      for (int e = 0; e < polls.length; e++) {
        polls[e] += interleavings.get(e).polls(0, own);
      }
    }
    double ticksPerSecond = settings.ownDevices() * schedule.ticksPerSecond();
    List<Endpoint> endpoints = new ArrayList<>();
    double requestsPerSecond = 0;
    double bytesPerSecond = 0;
    long requests = 0;
    for (int e = 0; e < polls.length; e++) {
      EndpointSettings endpoint = settings.endpoints().get(e);
      double perSecond =
          polls[e] == 0
              ? 0
              : ticksPerSecond * endpoint.share().numerator() / endpoint.share().denominator();
      endpoints.add(new Endpoint(endpoint.name(), polls[e]));
      requestsPerSecond += perSecond;
      bytesPerSecond += endpoint.answer().isConditional() ? 0 : perSecond * bytes(endpoint);
      requests += polls[e];
    }
    return new Plan(
        settings.ownDevices(),
        Math.max(1, settings.localAddresses().size()),
        ticks,
        List.copyOf(endpoints),
        requestsPerSecond,
        bytesPerSecond,
        requests * LOG_BYTES_PER_REQUEST,
        NeededHeap.of(settings, polls).bytes(),
        NeededHeap.checkedAtMostBytes(settings),
        FilledBodies.bytes(settings),
        NeededHeap.nativeTlsBytes(settings));
  }

  private static long bytes(EndpointSettings endpoint) {
    return endpoint.answer().bytes().orElse(0);
  }

  /** How many event loops carry the fleet: one is cheaper than two, as long as one can. */
  public int eventLoops() {
    return (int) Math.max(1, Math.ceil(requestsPerSecond / REQUESTS_PER_SECOND_AND_EVENT_LOOP));
  }

  /** Polls of all endpoints. */
  public long polls() {
    return endpoints.stream().mapToLong(Endpoint::polls).sum();
  }

  /**
   * The limits of this machine that the fleet exceeds, each as a sentence that says how to raise
   * it.
   */
  public List<String> obstacles(Limits limits) {
    return obstacles(limits, "devices");
  }

  /**
   * The same if another parameter than {@code devices} sets their number.
   *
   * @param key of that parameter, which can be lowered
   */
  public List<String> obstacles(Limits limits, String key) {
    return new PlanObstacles(this, limits, key).all();
  }

  /** Of all local addresses together. */
  public OptionalLong localPorts(Limits limits) {
    OptionalLong each = limits.localPorts();
    return each.isPresent() ? OptionalLong.of(each.getAsLong() * localAddresses) : each;
  }
}
