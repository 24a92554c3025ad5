package fleetpoll.study;

import fleetpoll.study.ProcessMeter.Reading;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Watches a client's process, and the target's, until the client's load is over. */
final class UsageSampler implements AutoCloseable {

  private static final long INTERVAL_MILLIS = 100;

  private final Optional<ProcessMeter> client;
  private final Optional<ProcessMeter> server;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "usage of a client");
            thread.setDaemon(true);
            return thread;
          });
  private final Optional<Reading> serverAtStart;
  private Reading last;
  private Optional<Reading> serverLast = Optional.empty();
  private long peakRssBytes;
  private boolean frozen;

  private UsageSampler(Optional<ProcessMeter> client, Optional<ProcessMeter> server) {
    this.client = client;
    this.server = server;
    serverAtStart = server.flatMap(ProcessMeter::read);
  }

  /**
   * Begins to sample every 100 ms.
   *
   * @param serverPid empty: the target is not ours
   */
  static UsageSampler start(long clientPid, OptionalLong serverPid) {
    UsageSampler sampler =
        new UsageSampler(
            ProcessMeter.of(clientPid),
            serverPid.isPresent() ? ProcessMeter.of(serverPid.getAsLong()) : Optional.empty());
    sampler.timer.scheduleAtFixedRate(sampler::sample, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    return sampler;
  }

  private synchronized void sample() {
    if (frozen) {
      return;
    }
    client
        .flatMap(ProcessMeter::read)
        .ifPresent(
            reading -> {
              last = reading;
              peakRssBytes = Math.max(peakRssBytes, reading.rssBytes());
              serverLast = server.flatMap(ProcessMeter::read);
            });
  }

  /** Takes a last sample; what the client does from now on is not its load's. */
  synchronized void freeze() {
    sample();
    frozen = true;
  }

  /** What was seen; empty when the client ended before anything was. */
  synchronized Optional<Usage> usage() {
    return Optional.ofNullable(last)
        .map(
            reading ->
                new Usage(
                    reading.userSeconds(), reading.sysSeconds(), peakRssBytes, serverSeconds()));
  }

  private Double serverSeconds() {
    return serverAtStart.isPresent() && serverLast.isPresent()
        ? (Double) (serverLast.get().cpuSeconds() - serverAtStart.get().cpuSeconds())
        : null;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
