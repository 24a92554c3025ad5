package fleetpoll.record.login;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * The logins of all devices, those before the measured window included. Each device's belong to the
 * device's thread; the fleet's counts and times may be read from any.
 */
public final class FleetLogins {

  private static final int SIGNIFICANT_DIGITS = 2;

  private final List<DeviceLogins> devices;
  private final ConcurrentHistogram micros = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
  private final LongAdder ok = new LongAdder();
  private final Map<String, LongAdder> koBy = new ConcurrentHashMap<>();

  /** No login yet. */
  public FleetLogins(int devices) {
    this.devices = Stream.generate(() -> new DeviceLogins(this)).limit(devices).toList();
  }

  /** In the fleet's order. */
  public List<DeviceLogins> devices() {
    return devices;
  }

  /** Logins that succeeded. */
  public long ok() {
    return ok.sum();
  }

  /** Logins that failed, by reason. */
  public Map<String, Long> koBy() {
    Map<String, Long> counts = new TreeMap<>();
    koBy.forEach((reason, count) -> counts.put(reason, count.sum()));
    return counts;
  }

  /** The times from sent to the last byte of those that succeeded, in microseconds. */
  public Histogram micros() {
    return micros.copy();
  }

  void succeeded(long serviceMicros) {
    ok.increment();
    micros.recordValue(serviceMicros);
  }

  void failed(String reason) {
    koBy.computeIfAbsent(reason, each -> new LongAdder()).increment();
  }
}
