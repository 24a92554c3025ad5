package fleetpoll.study;

import fleetpoll.study.CellUsage.ServerReading;
import fleetpoll.study.ProcessMeter.Reading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
  private final List<ServerReading> serverReadings = new ArrayList<>();
  private Reading last;
  private long peakRssBytes;
  private boolean frozen;

  private UsageSampler(Optional<ProcessMeter> client, Optional<ProcessMeter> server) {
    this.client = client;
    this.server = server;
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
            });
    server
        .flatMap(ProcessMeter::read)
        .ifPresent(
            reading -> serverReadings.add(new ServerReading(epochMicros(), reading.cpuSeconds())));
  }

  private static long epochMicros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  /** Takes a last sample; what the client does from now on is not its load's. */
  synchronized void freeze() {
    sample();
    frozen = true;
  }

  /** What was seen; empty when the client ended before anything was. */
  synchronized Optional<CellUsage> usage() {
    return Optional.ofNullable(last)
        .map(
            reading ->
                new CellUsage(
                    reading.userSeconds(),
                    reading.sysSeconds(),
                    peakRssBytes,
                    List.copyOf(serverReadings)));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
