package fleetpoll.schedule;

import com.sun.management.UnixOperatingSystemMXBean;
import fleetpoll.process.CpuQuota;
import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How many files and connections this machine lets one process open, and this JVM's memory and
 * processors.
 *
 * @param openFiles files and sockets at once; empty if unknown
 * @param localPorts connections at once from one address to one destination; empty if unknown
 * @param heapBytes the heap that this JVM may use
 * @param quotaCores how many cores a CPU quota leaves to this process; empty without one
 */
public record Limits(
    OptionalLong openFiles, OptionalLong localPorts, long heapBytes, OptionalDouble quotaCores) {

  /** Limits without a CPU quota. */
  public Limits(OptionalLong openFiles, OptionalLong localPorts, long heapBytes) {
    this(openFiles, localPorts, heapBytes, OptionalDouble.empty());
  }

  /** The limits of this process on this machine. */
  public static Limits ofThisProcess() {
    return new Limits(
        readOpenFiles(),
        readLocalPorts(),
        Runtime.getRuntime().maxMemory(),
        CpuQuota.ofThisProcess().cores());
  }

  private static OptionalLong readOpenFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? OptionalLong.of(unix.getMaxFileDescriptorCount())
        : OptionalLong.empty();
  }

  private static OptionalLong readLocalPorts() {
    return LocalPorts.ofThisMachine().stream().mapToLong(LocalPorts::count).findFirst();
  }
}
