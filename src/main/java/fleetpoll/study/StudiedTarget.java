package fleetpoll.study;

import fleetpoll.client.BlockingClient;
import fleetpoll.client.CellTask;
import fleetpoll.client.ThreadKind;
import fleetpoll.server.Counts;
import fleetpoll.server.SeededDelay;
import fleetpoll.settings.StudySettings;
import fleetpoll.trust.Trust;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The target of a study.
 *
 * @param root of the server, whose /counts may report what it has received
 * @param url to which the index of a request is appended
 * @param warmUpUrl the one that a client may request unmeasured
 * @param trust decides over its certificate
 * @param pid of the server's process; empty if we did not start it
 * @param delays what is known of its delays beforehand; empty if nothing is
 * @param draws whether it draws delays on request
 * @param counts whether it counts requests by cell
 */
record StudiedTarget(
    URI root,
    String url,
    String warmUpUrl,
    Trust trust,
    OptionalLong pid,
    Optional<DelayModel> delays,
    boolean draws,
    boolean counts) {

  /** Enough for the JIT compiler to compile the server's paths; each round connects anew. */
  private static final int WARM_UP_ROUNDS = 20;

  private static final long WARM_UP_REQUESTS = 2_000;
  private static final int WARM_UP_LIMIT = 100;

  /** /delay of the embedded target. */
  static StudiedTarget embedded(URI root, long pid, StudySettings settings) {
    return new StudiedTarget(
        root,
        root + "/delay?" + query(settings),
        root + "/delay?min=0&max=0",
        settings.trust(),
        OptionalLong.of(pid),
        Optional.of(new DelayModel(delay(settings))),
        true,
        true);
  }

  /** A server that somebody else runs; probes it. */
  static StudiedTarget at(URI url, StudySettings settings) throws InterruptedException {
    String prefix = url + (url.getRawQuery() == null ? "?" : "&") + query(settings);
    DelayProbe probe = DelayProbe.of(prefix, settings, System::nanoTime);
    return new StudiedTarget(
        url.resolve("/"),
        prefix,
        url.toString(),
        settings.trust(),
        OptionalLong.empty(),
        probe.draws()
            ? Optional.of(new DelayModel(delay(settings)))
            : probe.nanos().stream().mapToObj(DelayModel::constant).findFirst(),
        probe.draws(),
        probe.counts());
  }

  private static SeededDelay delay(StudySettings settings) {
    return new SeededDelay(
        settings.delay().min().toNanos(), settings.delay().max().toNanos(), settings.seed());
  }

  private static String query(StudySettings settings) {
    return "min="
        + hocon(settings.delay().min())
        + "&max="
        + hocon(settings.delay().max())
        + "&seed="
        + settings.seed()
        + "&i=";
  }

  private static String hocon(Duration duration) {
    boolean isWhole = duration.toNanos() % Duration.ofMillis(1).toNanos() == 0;
    return isWhole ? duration.toMillis() + "ms" : duration.toNanos() + "ns";
  }

  /**
   * Lets a server that we started serve for a while, unmeasured; otherwise only the first cell
   * would pay for its cold start. A server that somebody else runs is only probed, one request
   * after the other: its load is what the user asks for.
   *
   * @param device under which it counts these requests
   */
  void warmUp(String device, StudySettings settings) throws InterruptedException {
    if (pid.isEmpty()) {
      return;
    }
    String delay = root + "/delay?min=0&max=1ms&seed=1&i=";
    CellTask task = task(device, delay, WARM_UP_REQUESTS, WARM_UP_LIMIT, settings);
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      BlockingClient.run(task, ThreadKind.PLATFORM);
    }
  }

  /** The task of a client in a cell. */
  CellTask task(Cell cell, String device, StudySettings settings) {
    return task(device, url, cell.requests(), cell.limit(), settings);
  }

  private CellTask task(
      String device, String prefix, long requests, int limit, StudySettings settings) {
    return new CellTask(
        device,
        prefix,
        warmUpUrl,
        requests,
        limit,
        settings.status(),
        settings.lengthBytes(),
        settings.timeout(),
        settings.trust());
  }

  /** What the target has received for a cell; empty if it does not count, or does not answer. */
  Optional<Received> received(String device) {
    if (!counts) {
      return Optional.empty();
    }
    try {
      Counts now = Counts.of(root, trust);
      return Optional.of(
          new Received(
              now.measured().requestsByDevice().getOrDefault(device, 0L),
              now.measured().delayNanosByDevice().getOrDefault(device, 0L)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * What a target has received for one cell.
   *
   * @param delayNanos sum of the delays that it drew for them
   */
  record Received(long requests, long delayNanos) {

    private static final double NANOS = 1e9;

    /** t; null if nothing was received. */
    Double meanDelaySeconds() {
      return requests == 0 ? null : Double.valueOf(delayNanos / NANOS / requests);
    }
  }
}
