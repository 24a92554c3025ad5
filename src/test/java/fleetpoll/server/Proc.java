package fleetpoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.watch.Liveness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Reads what Linux shows of processes and sockets and Java does not. */
public final class Proc {

  private static final String LISTENING = "0A";

  private Proc() {}

  /** The session of a process. */
  public static long session(long pid) throws IOException {
    return Long.parseLong(stat(pid)[3]);
  }

  /** The processes of a session that have not ended. */
  public static List<Long> inSession(long session) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> isIn(pid, session))
        .toList();
  }

  /** Waits until none of a session's processes is left. */
  public static void awaitNoneIn(long session, Duration bound) {
    long deadline = System.nanoTime() + bound.toNanos();
    while (!inSession(session).isEmpty() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    assertThat(inSession(session)).isEmpty();
  }

  private static boolean isIn(long pid, long session) {
    try {
      String[] stat = stat(pid);
      return Long.parseLong(stat[3]) == session && Liveness.isAlive(pid);
    } catch (IOException gone) {
      return false;
    }
  }

  /** The fields from the third on; the second, the command in parentheses, may contain blanks. */
  private static String[] stat(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
  }

  /** The local addresses, in hexadecimal, on which somebody listens on a TCP port. */
  public static List<String> listening(int port) throws IOException {
    String suffix = ":%04X".formatted(port);
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = Path.of("/proc/net", table);
      if (Files.exists(file)) {
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> line.strip().split("\\s+"))
            .filter(row -> row[1].endsWith(suffix) && row[3].equals(LISTENING))
            .forEach(row -> addresses.add(row[1].replace(suffix, "")));
      }
    }
    return addresses;
  }
}
