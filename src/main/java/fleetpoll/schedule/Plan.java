package fleetpoll.schedule;

import fleetpoll.figure.Numbers;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** Files other than the devices' sockets: jars, logs, event loops, some to spare; measured. */
  private static final long OTHER_FILES = 240;

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
    List<String> obstacles = new ArrayList<>();
    String fleet = Numbers.counted(devices, "device");
    String verb = devices == 1 ? "s" : "";
    long files = devices + OTHER_FILES;
    if (exceeds(files, limits.openFiles())) {
      obstacles.add(
          String.format(
              Locale.ROOT,
              "%s need%s %,d open files, and this process may open %,d: raise the limit "
                  + "(ulimit -n %d) or lower %s",
              fleet,
              verb,
              files,
              limits.openFiles().getAsLong(),
              files,
              key));
    }
    long ports = (devices + localAddresses - 1L) / localAddresses;
    if (exceeds(ports, limits.localPorts())) {
      obstacles.add(
          String.format(
              Locale.ROOT,
              "%s need%s as many local ports, and there are %,d: widen the range "
                  + "(sysctl net.ipv4.ip_local_port_range=\"1024 65535\"), let them connect from "
                  + "more of this machine's addresses (local-addresses) or lower %s",
              fleet,
              verb,
              localPorts(limits).getAsLong(),
              key));
    }
    if (heapBytes > limits.heapBytes()) {
      long megabytes = heapBytes / 1_000_000 + 1;
      obstacles.add(
          String.format(
              Locale.ROOT,
              "%s need%s about %,d MB of heap, and this JVM may use %,d MB: raise it "
                  + "(-Dgatling.jvmArgs=-Xmx%dm) or lower %s",
              fleet,
              verb,
              megabytes,
              limits.heapBytes() / 1_000_000,
              megabytes,
              key));
    }
    // Unless told otherwise, a JVM allows outside its heap as much as in it.
    if (bodyBytes > limits.heapBytes()) {
      long megabytes = bodyBytes / 1_000_000 + 1;
      obstacles.add(
          String.format(
              Locale.ROOT,
              "%,d devices need about %,d MB for their own request bodies, and this JVM may use"
                  + " %,d MB outside its heap: raise it (-Dgatling.jvmArgs=-Xmx%dm), let them"
                  + " share a body without placeholders or lower %s",
              devices,
              megabytes,
              limits.heapBytes() / 1_000_000,
              megabytes,
              key));
    }
    return List.copyOf(obstacles);
  }

  /** Of all local addresses together. */
  public OptionalLong localPorts(Limits limits) {
    OptionalLong each = limits.localPorts();
    return each.isPresent() ? OptionalLong.of(each.getAsLong() * localAddresses) : each;
  }

  private static boolean exceeds(long needed, OptionalLong limit) {
    return limit.isPresent() && needed > limit.getAsLong();
  }
}
