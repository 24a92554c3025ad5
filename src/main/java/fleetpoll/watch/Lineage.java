package fleetpoll.watch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows which of this machine's processes started which. */
final class Lineage {

  private static final long INIT = 1;

  private final Set<ProcessHandle> ours =
      ancestors(ProcessHandle.current()).collect(Collectors.toSet());

  /**
   * The processes that are below no other of these, or their masters. OSHI names only one process
   * per socket, even if a master and its workers share it. So a process above that runs the same
   * program and shares a socket belongs to the same server.
   */
  Set<Integer> topmost(Set<Integer> pids) {
    Set<ProcessHandle> masters =
        pids.stream()
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .map(this::master)
            .collect(Collectors.toSet());
    return masters.stream()
        .filter(master -> ancestors(master).skip(1).noneMatch(masters::contains))
        .map(master -> Math.toIntExact(master.pid()))
        .collect(Collectors.toSet());
  }

  private ProcessHandle master(ProcessHandle process) {
    ProcessHandle master = process;
    Optional<ProcessHandle> above = master.parent();
    while (above.isPresent() && isOneServer(above.get(), master)) {
      master = above.get();
      above = master.parent();
    }
    return master;
  }

  /**
   * Whether they are one server. Our own ancestors never are: we would be measured along with them.
   */
  private boolean isOneServer(ProcessHandle above, ProcessHandle process) {
    return above.pid() != INIT
        && !ours.contains(above)
        && process.info().command().isPresent()
        && process.info().command().equals(above.info().command())
        && !Collections.disjoint(sockets(above), sockets(process));
  }

  private static Stream<ProcessHandle> ancestors(ProcessHandle process) {
    return Stream.iterate(
            Optional.of(process), Optional::isPresent, p -> p.flatMap(ProcessHandle::parent))
        .map(Optional::get);
  }

  /** Links to sockets among a process's open files; none if the system does not show them. */
  private static Set<String> sockets(ProcessHandle process) {
    Set<String> sockets = new HashSet<>();
    Path files = Path.of("/proc", Long.toString(process.pid()), "fd");
    try (DirectoryStream<Path> links = Files.newDirectoryStream(files)) {
      for (Path link : links) {
        String file = Files.readSymbolicLink(link).toString();
        if (file.startsWith("socket:")) {
          sockets.add(file);
        }
      }
    } catch (IOException | RuntimeException notShownOrGone) {
      return sockets;
    }
    return sockets;
  }
}
