package fleetpoll.watch;

import fleetpoll.config.Masks;
import fleetpoll.settings.ServerSettings;
import fleetpoll.trust.Trust;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Watches the resources of a target, of this process and of its machine while a fleet polls, once a
 * second, on a thread of its own. It leaves out what cannot be read and reports that; a failure
 * never ends a run.
 */
public final class Watch implements AutoCloseable {

  private static final long LONGEST_SAMPLE_MILLIS = 2_000;

  private final Happening.Log happenings;
  private final Attempts attempts;
  private final TargetProbe target;
  private final boolean oneMachine;
  private final List<Probe> probes;
  private final CountDownLatch over = new CountDownLatch(1);
  private Thread thread;

  private Watch(
      Happening.Log happenings,
      Attempts attempts,
      TargetProbe target,
      boolean oneMachine,
      List<Probe> probes) {
    this.happenings = happenings;
    this.attempts = attempts;
    this.target = target;
    this.oneMachine = oneMachine;
    this.probes = probes;
  }

  /**
   * Finds out where the resources can be read. This takes a fraction of a second, and up to a
   * second longer if a node exporter does not answer.
   *
   * @param target where the requests go
   * @param pid of the target's process, if Fleetpoll started it
   * @param server what the user has set about it, which overrides all else
   * @param trust decides over a node exporter's certificate
   * @param masks decide what no sentence shows
   */
  public static Watch of(
      URI target, OptionalLong pid, ServerSettings server, Trust trust, Masks masks) {
    Happening.Log happenings = new Happening.Log();
    Attempts attempts = new Attempts(happenings);
    Probes probes = new Probes(attempts, happenings, masks);
    TargetAddress address = TargetAddress.of(target);
    boolean pidIsKnown = pid.isPresent() || server.pid().isPresent();
    TargetProbe targetProbe =
        server
            .metrics()
            .map(metrics -> probes.ofNodeExporter(metrics, trust.verifying().context()))
            .orElseGet(
                () ->
                    pidIsKnown
                        ? probes.ofProcess(server.pid().orElseGet(pid::getAsLong))
                        : probes.ofListener(target, address));
    boolean oneMachine =
        (pidIsKnown || address.isLocal() || address.isOfContainer())
            && !probes.maySpeakOfAnother(server.metrics(), pidIsKnown, address);
    return new Watch(happenings, attempts, targetProbe, oneMachine, probes.beside(targetProbe));
  }

  /** Where the target's figures come from, as far as this is known. */
  public Finding finding() {
    String found = target.found();
    return new Finding(
        found,
        found == null ? target.advice() : null,
        oneMachine && !target.mayBeElsewhere(),
        target.isWholeMachine());
  }

  /**
   * Starts sampling.
   *
   * @param clock nanoseconds since the fleet's origin
   * @param gridNanos samples are taken whole seconds before and after this instant
   * @param listener receives the samples of each second, on the sampling thread
   */
  public synchronized void begin(
      LongSupplier clock, long gridNanos, Consumer<List<Sample>> listener) {
    Sampler sampler = new Sampler(probes, clock, gridNanos, this::isOver, listener, attempts);
    thread = new Thread(sampler, "resources");
    thread.setDaemon(true);
    thread.start();
  }

  private boolean isOver(long nanos) throws InterruptedException {
    return over.await(nanos, TimeUnit.NANOSECONDS);
  }

  /** Called when the fleet has ended: samples a last time and ends. Does not wait for that. */
  public void finish() {
    over.countDown();
  }

  /** Ends the sampling and waits for the last sample. */
  @Override
  public synchronized void close() {
    finish();
    try {
      if (thread != null) {
        thread.join(LONGEST_SAMPLE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What has happened to the sources so far, in order of time. */
  public List<Happening> happenings() {
    return happenings.all();
  }
}
