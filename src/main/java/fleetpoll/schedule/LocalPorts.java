package fleetpoll.schedule;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The local ports that Linux gives to connections, for each local address and destination.
 *
 * @param first 1 … 65535
 * @param last not below the first
 */
public record LocalPorts(int first, int last) {

  private static final Path LINUX_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  /** Those of this machine, read in one read: a second one returns nothing. Empty if unknown. */
  public static Optional<LocalPorts> ofThisMachine() {
    try (BufferedReader file = Files.newBufferedReader(LINUX_RANGE)) {
      String[] range = file.readLine().strip().split("\\s+");
      return Optional.of(new LocalPorts(Integer.parseInt(range[0]), Integer.parseInt(range[1])));
    } catch (IOException | RuntimeException notLinux) {
      return Optional.empty();
    }
  }

  /** How many there are. */
  public int count() {
    return last - first + 1;
  }
}
