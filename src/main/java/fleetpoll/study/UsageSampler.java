package fleetpoll.study;

import fleetpoll.study.CellUsage.ServerReading;
import fleetpoll.watch.LiveProcess;
import fleetpoll.watch.Processes;
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
  private static final double MILLIS = 1e3;
  private static final Processes PROCESSES = Processes.ofThisMachine();

  private final Optional<LiveProcess> client;
  private final Optional<LiveProcess> server;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "usage of a client");
            thread.setDaemon(true);
            return thread;
          });
  private final List<ServerReading> serverReadings = new ArrayList<>();
  private double userSeconds;
  private double sysSeconds;
  private long peakRssBytes;
  private boolean frozen;

  private UsageSampler(Optional<LiveProcess> client, Optional<LiveProcess> server) {
    this.client = client;
    this.server = server;
  }

  /**
   * Begins to sample every 100 ms.
   *
   * @param serverPid empty if we did not start the target
   */
  static UsageSampler start(long clientPid, OptionalLong serverPid) {
    UsageSampler sampler =
        new UsageSampler(
            find(clientPid),
            serverPid.isPresent() ? find(serverPid.getAsLong()) : Optional.empty());
    sampler.timer.scheduleAtFixedRate(sampler::sample, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    return sampler;
  }

  private static Optional<LiveProcess> find(long pid) {
    return PROCESSES.find(Math.toIntExact(pid));
  }

  private synchronized void sample() {
    if (frozen) {
      return;
    }
    client.filter(UsageSampler::isRead).ifPresent(this::add);
    server.filter(UsageSampler::isRead).map(UsageSampler::reading).ifPresent(serverReadings::add);
  }

  /**
   * Whether the reading counts: a process that has ended but still has its entry has no memory left
   * to read.
   */
  private static boolean isRead(LiveProcess process) {
    return process.refresh() && process.rssBytes() > 0;
  }

  private void add(LiveProcess process) {
    userSeconds = process.userMillis() / MILLIS;
    sysSeconds = process.sysMillis() / MILLIS;
    peakRssBytes = Math.max(peakRssBytes, process.rssBytes());
  }

  private static ServerReading reading(LiveProcess process) {
    return new ServerReading(epochMicros(), process.cpuMillis() / MILLIS);
  }

  private static long epochMicros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  /** Takes the last sample: what the client does from now on is no longer part of its load. */
  synchronized void freeze() {
    sample();
    frozen = true;
  }

  /** The usage; empty if the client ended before the first sample. */
  synchronized Optional<CellUsage> usage() {
    return peakRssBytes == 0
        ? Optional.empty()
        : Optional.of(
            new CellUsage(userSeconds, sysSeconds, peakRssBytes, List.copyOf(serverReadings)));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
