package fleetpoll.run.unfinished;

import fleetpoll.watch.Liveness;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The process that makes a run.
 *
 * @param started when the process did; null if unknown
 * @param host its machine or container; null if unknown
 */
public record Maker(long pid, Instant started, String host) {

  /**
   * For how long a run may be silent: it appends samples every second, but its clock and that of
   * the disk may differ.
   */
  public static final Duration SILENCE = Duration.ofMinutes(2);

  /** This process. */
  public static Maker ofThisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return new Maker(self.pid(), self.info().startInstant().orElse(null), thisHost());
  }

  /**
   * How far it has come with a run that has not ended.
   *
   * @param run its folder
   */
  public Progress progress(Path run, Instant now) {
    if (host != null && host.equals(thisHost())) {
      return isAlive() ? Progress.GOES_ON : Progress.CUT_SHORT;
    }
    return LastChange.of(run).isAfter(now.minus(SILENCE)) ? Progress.UNKNOWN : Progress.CUT_SHORT;
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(Liveness::isAlive)
        .flatMap(process -> process.info().startInstant())
        .filter(instant -> instant.equals(started))
        .isPresent();
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
