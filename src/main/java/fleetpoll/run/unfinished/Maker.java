package fleetpoll.run.unfinished;

import fleetpoll.watch.Liveness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The process that makes a run.
 *
 * @param started when the process did; null if unknown
 * @param host its machine or container; null if unknown
 * @param pidNamespace within which its id is unique; null if unknown, as on other systems than
 *     Linux, and in a run of an earlier Fleetpoll
 */
public record Maker(long pid, Instant started, String host, String pidNamespace) {

  /**
   * For how long a run may be silent: it appends samples every second, but its clock and that of
   * the disk may differ.
   */
  public static final Duration SILENCE = Duration.ofMinutes(2);

  /**
   * A start that differs by less is the same: the JDK adds it up from the machine's start, which
   * moves whenever the wall clock is set. No system gives an id again so soon.
   */
  private static final Duration SAME_START = Duration.ofSeconds(5);

  private static final Path OWN_PID_NAMESPACE = Path.of("/proc/self/ns/pid");

  /** This process. */
  public static Maker ofThisProcess() {
    ProcessHandle self = ProcessHandle.current();
    Instant started = self.info().startInstant().orElse(null);
    return new Maker(self.pid(), started, thisHost(), thisPidNamespace());
  }

  /**
   * How far it has come with a run that has not ended.
   *
   * @param run its folder
   */
  public Progress progress(Path run, Instant now) {
    if (isInSight()) {
      return isAlive() ? Progress.GOES_ON : Progress.CUT_SHORT;
    }
    return LastChange.of(run).isAfter(now.minus(SILENCE)) ? Progress.UNKNOWN : Progress.CUT_SHORT;
  }

  /** A container with the host's network has the host's name, but ids of its own. */
  private boolean isInSight() {
    return host != null
        && host.equals(thisHost())
        && (pidNamespace == null || pidNamespace.equals(thisPidNamespace()));
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(Liveness::isAlive)
        .flatMap(process -> process.info().startInstant())
        .filter(this::isStart)
        .isPresent();
  }

  private boolean isStart(Instant instant) {
    return started != null && Duration.between(started, instant).abs().compareTo(SAME_START) < 0;
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static String thisPidNamespace() {
    try {
      return Files.readSymbolicLink(OWN_PID_NAMESPACE).toString();
    } catch (IOException | UnsupportedOperationException notToldHere) {
      return null;
    }
  }
}
