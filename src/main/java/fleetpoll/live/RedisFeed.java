package fleetpoll.live;

import fleetpoll.config.RedisUrl;
import fleetpoll.record.FleetRecorder;
import fleetpoll.settings.FleetSettings;
import fleetpoll.trust.Trust;
import fleetpoll.watch.Happening;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Writes a fleet's counters to a Redis once a second, and a last time at the end. It has a thread
 * of its own, so a Redis that is away, slow or full costs the fleet nothing. Such a failure is an
 * event, and the feed tries again every second. Safe for concurrent use.
 */
public final class RedisFeed implements AutoCloseable {

  /** Kinds of events of a feed: Redis does not take its counters; Redis takes them again. */
  private static final String LOST = "live-lost";

  private static final String FOUND = "live-found";

  private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final Duration KEPT = Duration.ofDays(1);

  /** How long the write that is under way when the run ends and the last one may take together. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final RedisUrl url;
  private final Supplier<FleetHashes> hashesOfRun;
  private final Duration keptMeanwhile;
  private final LongSupplier nowNanos;
  private final Consumer<Happening> events;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "live redis");
  private FleetHashes hashes;
  private final Trust trust;
  private RedisPipe pipe;
  private boolean lost;
  private boolean closed;

  /**
   * Begins to write.
   *
   * @param run supplies the run's name, on the feed's own thread
   * @param endNanos when the fleet's schedule ends, on the clock
   * @param nowNanos the clock, also of the events
   * @param events receives events, on the feed's thread or in {@link #close}
   */
  public RedisFeed(
      FleetSettings settings,
      FleetRecorder recorder,
      Supplier<String> run,
      long endNanos,
      LongSupplier nowNanos,
      Consumer<Happening> events) {
    this.url = settings.live().redis().orElseThrow();
    // A password goes to nobody who is not verified, whatever the devices do.
    this.trust = settings.trust().verifying();
    this.hashesOfRun = () -> new FleetHashes(run.get(), settings, recorder);
    this.keptMeanwhile = Duration.ofNanos(endNanos).plus(KEPT);
    this.nowNanos = nowNanos;
    this.events = events;
    thread.setDaemon(true);
    thread.start();
  }

  /** Called when the fleet's counters are final. Does not wait. */
  public void finish() {
    over.countDown();
  }

  /** Waits, within a bound, until the last counters are written. */
  @Override
  public void close() {
    finish();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      lost("the last counters were not taken within " + PATIENCE.toSeconds() + " s");
    }
    synchronized (this) {
      closed = true;
    }
  }

  private void run() {
    try {
      boolean last = false;
      long dueNanos = System.nanoTime();
      while (!last) {
        last = over.await(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (!tell(last) && last) {
          // Perhaps only the connection was broken.
          tell(true);
        }
        long ended = System.nanoTime();
        dueNanos += PERIOD_NANOS;
        // After a slow write there is no burst.
        if (dueNanos - ended < 0) {
          dueNanos = ended + PERIOD_NANOS;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
    }
  }

  /** Writes the changes, and returns whether Redis has taken them. */
  private boolean tell(boolean last) {
    try {
      if (hashes == null) {
        hashes = hashesOfRun.get();
      }
      write(last);
      found();
      return true;
    } catch (RuntimeException e) {
      disconnect();
      lost(Failure.text(e, url));
      return false;
    }
  }

  private void write(boolean last) {
    boolean fresh = pipe == null;
    if (fresh || last) {
      // This may be another Redis than before, or an emptied one.
      hashes.forget();
    }
    if (fresh) {
      pipe = new RedisPipe(url, trust);
    }
    hashes.changes().forEach(pipe::send);
    if (fresh || last) {
      // Nothing stays for ever, even if the generator is killed.
      Duration after = last ? KEPT : keptMeanwhile;
      hashes.all().forEach(hash -> pipe.send(hash.expiry(after)));
    }
    pipe.sync();
  }

  private void disconnect() {
    RedisPipe old = pipe;
    pipe = null;
    try {
      if (old != null) {
        old.close();
      }
    } catch (RuntimeException theConnectionIsBroken) {
      return;
    }
  }

  private synchronized void found() {
    if (lost && !closed) {
      lost = false;
      events.accept(
          new Happening(nowNanos.getAsLong(), FOUND, url + " takes the live counters again."));
    }
  }

  private synchronized void lost(String why) {
    if (!lost && !closed) {
      lost = true;
      String text = url + " does not take the live counters: " + why;
      events.accept(new Happening(nowNanos.getAsLong(), LOST, text));
    }
  }
}
