package fleetpoll.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The sockets of clients of a port of 127.0.0.1, as Linux lists them. */
record ClientSockets(int port) {

  private static final List<Path> LISTS =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final long STEP_NANOS = 20_000_000;
  private static final Set<String> ESTABLISHED_OR_CONNECTING = Set.of("01", "02");

  /** Those that are connected, or try to be. */
  int count() throws IOException {
    // A socket for IPv6 has the same address behind 96 further bits.
    String remote = "0100007F:%04X".formatted(port);
    int count = 0;
    for (Path list : LISTS) {
      count +=
          (int)
              Files.readAllLines(list).stream()
                  .map(line -> line.strip().split("\\s+"))
                  .filter(fields -> fields[2].endsWith(remote))
                  .filter(fields -> ESTABLISHED_OR_CONNECTING.contains(fields[3]))
                  .count();
    }
    return count;
  }

  /** The most that there are at once until a process has ended, by looking again and again. */
  int most(GatlingProcess process) throws IOException {
    int most = 0;
    while (process.isAlive()) {
      most = Math.max(most, count());
      LockSupport.parkNanos(STEP_NANOS);
    }
    return most;
  }
}
