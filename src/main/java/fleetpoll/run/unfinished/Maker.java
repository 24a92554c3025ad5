package fleetpoll.run.unfinished;

import fleetpoll.watch.Liveness;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/**
 * The process that makes a run.
 *
 * @param started when the process did; null if unknown
 * @param host its machine or container; null if unknown
 */
public record Maker(long pid, Instant started, String host) {

  /** This process. */
  public static Maker ofThisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return new Maker(self.pid(), self.info().startInstant().orElse(null), thisHost());
  }

  /** Whether it certainly still runs: a process of another machine never does certainly. */
  public boolean stillRuns() {
    return host != null
        && host.equals(thisHost())
        && ProcessHandle.of(pid)
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
