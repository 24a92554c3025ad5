package fleetpoll.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import oshi.software.os.OSProcess;
import oshi.software.os.OSProcess.State;

/**
 * Whether a process of this machine is alive. A process that has ended but that its parent has not
 * waited for, a zombie, is gone: it does nothing any more, and it can stay for ever where process 1
 * does not wait for orphans, as in containers.
 */
public final class Liveness {

  private static final Set<Character> ENDED = Set.of('Z', 'X', 'x');

  private Liveness() {}

  /** Whether there is a live process of this id. */
  public static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(Liveness::isAlive).isPresent();
  }

  /** Whether this very process is alive; another one that has its id by now does not count. */
  public static boolean isAlive(ProcessHandle process) {
    return !hasEnded(process.pid()) && process.isAlive();
  }

  /** The same of what OSHI has just read, without reading it once more. */
  static boolean isAlive(OSProcess process) {
    return process.getState() != State.INVALID && process.getState() != State.ZOMBIE;
  }

  /** False where the system does not tell. */
  private static boolean hasEnded(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The state follows the command in parentheses, which may contain anything.
      return ENDED.contains(stat.charAt(stat.lastIndexOf(')') + 2));
    } catch (IOException | IndexOutOfBoundsException notToldOrGone) {
      return false;
    }
  }
}
