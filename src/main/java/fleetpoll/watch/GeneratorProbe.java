package fleetpoll.watch;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * This process alone, without those it started. Processor time, heap and pauses are the JVM's own
 * figures; it reports pauses in whole milliseconds.
 */
final class GeneratorProbe implements Probe {

  private final LiveProcess process;
  private final OperatingSystemMXBean jvm =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(GeneratorProbe::isOfPauses)
          .toList();
  private Reading before;

  GeneratorProbe(Processes processes) {
    process = processes.find(Math.toIntExact(ProcessHandle.current().pid())).orElseThrow();
  }

  private record Reading(long atNanos, long cpuNanos, long pauseMillis) {

    Double cpuCoresSince(Reading then) {
      return then == null || atNanos <= then.atNanos
          ? null
          : Double.valueOf((double) (cpuNanos - then.cpuNanos) / (atNanos - then.atNanos));
    }

    Double pauseMillisSince(Reading then) {
      return then == null ? null : Double.valueOf(pauseMillis - then.pauseMillis);
    }
  }

  /** Collectors that work while the program runs have a second bean, which counts whole cycles. */
  private static boolean isOfPauses(GarbageCollectorMXBean collector) {
    return !collector.getName().endsWith("Cycles");
  }

  @Override
  public Source source() {
    return Source.GENERATOR;
  }

  @Override
  public Optional<Sample> sample(long atNanos) {
    process.refresh();
    long pauses = collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    Reading now = new Reading(atNanos, jvm.getProcessCpuTime(), pauses);
    Sample sample =
        new Sample(
            atNanos,
            Source.GENERATOR,
            now.cpuCoresSince(before),
            process.rssBytes(),
            memory.getHeapMemoryUsage().getUsed(),
            now.pauseMillisSince(before),
            process.threads(),
            openFiles(),
            null,
            null,
            null,
            null);
    before = now;
    return Optional.of(sample);
  }

  /** The JVM counts them one by one, which is still faster than a listing. */
  private Long openFiles() {
    long told = LocalProcesses.openFilesTold(Path.of("/proc/self/fd"));
    if (told > 0) {
      return told;
    }
    return jvm instanceof UnixOperatingSystemMXBean unix
        ? Long.valueOf(unix.getOpenFileDescriptorCount())
        : process.openFiles();
  }
}
