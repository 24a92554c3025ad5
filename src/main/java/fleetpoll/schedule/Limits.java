package fleetpoll.schedule;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How many files and connections this machine lets one process open, and this JVM's memory.
 *
 * @param openFiles files and sockets at once; empty if unknown
 * @param localPorts connections at once from one address to one destination; empty if unknown
 * @param heapBytes the heap that this JVM may use
 */
public record Limits(OptionalLong openFiles, OptionalLong localPorts, long heapBytes) {

  private static final Path LINUX_PORT_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  /** The limits of this process on this machine. */
  public static Limits ofThisProcess() {
    return new Limits(readOpenFiles(), readLocalPorts(), Runtime.getRuntime().maxMemory());
  }

  private static OptionalLong readOpenFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? OptionalLong.of(unix.getMaxFileDescriptorCount())
        : OptionalLong.empty();
  }

  /** Reads the range in one read: a second read of such a file returns nothing. */
  private static OptionalLong readLocalPorts() {
    try (BufferedReader file = Files.newBufferedReader(LINUX_PORT_RANGE)) {
      String[] range = file.readLine().strip().split("\\s+");
      return OptionalLong.of(Long.parseLong(range[1]) - Long.parseLong(range[0]) + 1);
    } catch (IOException | RuntimeException notLinux) {
      return OptionalLong.empty();
    }
  }
}
