package fleetpoll.schedule;

import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The heap that a generator needs, Gatling's report included, and what devices need outside of it.
 * Nothing of it grows with the run but the counters, which widen once. All figures in it are
 * measured.
 *
 * @param devices number of devices
 * @param perDeviceBytes of each
 */
record NeededHeap(long devices, long perDeviceBytes) {

  /** Classes, a young generation and Gatling's report. */
  private static final long BASE_BYTES = 150_000_000;

  private static final long DEVICE_BYTES = 6_000;
  private static final long ENDPOINT_BYTES = 8_500;

  /** Counters of more polls are wider. */
  private static final long WIDE_COUNTERS_BYTES = 7_000;

  private static final long MOST_IN_NARROW_COUNTERS = Short.MAX_VALUE;

  /** A second request with the validators of the last answer. */
  private static final long CONDITIONAL_BYTES = 1_000;

  /** What a link keeps in mind, and its timer. */
  private static final long LINK_BYTES = 1_500;

  /** TLS, with a certificate of the device's own. */
  private static final long TLS_BYTES = 5_000;

  /** What the native library takes of it outside the heap. */
  private static final long NATIVE_TLS_BYTES = 19_000;

  /**
   * @param polls of each endpoint by all devices
   */
  static NeededHeap of(FleetSettings settings, long... polls) {
    long devices = settings.ownDevices();
    long wide = LongStream.of(polls).filter(all -> all > devices * MOST_IN_NARROW_COUNTERS).count();
    List<EndpointSettings> endpoints = settings.endpoints();
    long conditional = endpoints.stream().filter(e -> e.answer().isConditional()).count();
    return new NeededHeap(
        devices,
        DEVICE_BYTES
            + endpoints.size() * ENDPOINT_BYTES
            + wide * WIDE_COUNTERS_BYTES
            + conditional * CONDITIONAL_BYTES
            + (settings.behavior().link().isPresent() ? LINK_BYTES : 0)
            + (settings.target().isHttps() ? TLS_BYTES : 0)
            + checkedBodyBytes(settings, 0));
  }

  /** What TLS takes outside the heap, of all devices. */
  static long nativeTlsBytes(FleetSettings settings) {
    return settings.target().isHttps() ? settings.ownDevices() * NATIVE_TLS_BYTES : 0;
  }

  /**
   * What bodies of unknown length that are checked take more, if all devices keep the longest at
   * once. Few fleets come near, so it is no part of the heap that is needed.
   */
  static long checkedAtMostBytes(FleetSettings settings) {
    long most = checkedBodyBytes(settings, settings.client().checkedBodyBytes());
    return settings.ownDevices() * (most - checkedBodyBytes(settings, 0));
  }

  /**
   * A device keeps one body at a time.
   *
   * @param unknownBytes stands for an unknown length
   */
  private static long checkedBodyBytes(FleetSettings settings, long unknownBytes) {
    long most = settings.client().checkedBodyBytes();
    return settings.endpoints().stream()
        .map(EndpointSettings::answer)
        .filter(answer -> answer.check().isPresent())
        .mapToLong(answer -> Math.min(answer.bytes().orElse(unknownBytes), most))
        .max()
        .orElse(0);
  }

  /** Of the whole generator. */
  long bytes() {
    return BASE_BYTES + devices * perDeviceBytes;
  }
}
