package fleetpoll.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;

/** Counts what becomes one {@link Tally}; safe to use from all event loops. */
final class Counters {

  private final Map<String, LongAdder> paths = new ConcurrentHashMap<>();
  private final Map<String, DeviceCounter> devices = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();
  private final LongAdder cookies = new LongAdder();

  LongAdder path(String key) {
    return paths.computeIfAbsent(key, k -> new LongAdder());
  }

  DeviceCounter device(String id) {
    return devices.computeIfAbsent(id, k -> new DeviceCounter());
  }

  void fault(String kind) {
    faults.computeIfAbsent(kind, k -> new LongAdder()).increment();
  }

  void cookie() {
    cookies.increment();
  }

  Tally tally() {
    return new Tally(
        numbers(paths, LongAdder::sum),
        numbers(devices, DeviceCounter::requests),
        numbers(devices, DeviceCounter::connections),
        numbers(devices, DeviceCounter::delayNanos),
        numbers(faults, LongAdder::sum),
        cookies.sum());
  }

  private static <T> Map<String, Long> numbers(Map<String, T> counters, ToLongFunction<T> value) {
    Map<String, Long> numbers = new TreeMap<>();
    counters.forEach((key, counter) -> numbers.put(key, value.applyAsLong(counter)));
    return numbers;
  }
}
