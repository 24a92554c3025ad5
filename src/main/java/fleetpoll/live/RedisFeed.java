package fleetpoll.live;

import fleetpoll.config.RedisUrl;
import fleetpoll.record.FleetRecorder;
import fleetpoll.settings.FleetSettings;
import fleetpoll.watch.Happening;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells a Redis once a second, and a last time at the end, how a fleet gets on. It has a thread of
 * its own: a Redis that is away, slow or full costs the fleet nothing, is an event, and is tried
 * again every second. Safe for concurrent use.
 */
public final class RedisFeed implements AutoCloseable {

  /** Kinds of what befalls a feed: its counters do not get through; they do again. */
  private static final String LOST = "live-lost";

  private static final String FOUND = "live-found";

  private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final Duration KEPT = Duration.ofDays(1);

  /** For the write that is under way when the run ends, and for the last one. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final RedisUrl url;
  private final Supplier<FleetHashes> hashesOfRun;
  private final Duration keptMeanwhile;
  private final LongSupplier nowNanos;
  private final Consumer<Happening> events;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "live redis");
  private FleetHashes hashes;
  private RedisPipe pipe;
  private boolean lost;
  private boolean closed;

  /**
   * Begins.
   *
   * @param run the run's name, asked for on the feed's own thread
   * @param endNanos when the fleet's schedule ends, after the clock's 0
   * @param nowNanos the clock of the events
   * @param events called on the feed's thread or by {@link #close}
   */
  public RedisFeed(
      FleetSettings settings,
      FleetRecorder recorder,
      Supplier<String> run,
      long endNanos,
      LongSupplier nowNanos,
      Consumer<Happening> events) {
    this.url = settings.live().redis().orElseThrow();
    this.hashesOfRun = () -> new FleetHashes(run.get(), settings, recorder);
    this.keptMeanwhile = Duration.ofNanos(endNanos).plus(KEPT);
    this.nowNanos = nowNanos;
    this.events = events;
    thread.setDaemon(true);
    thread.start();
  }

  /** The fleet's counters are final. Does not wait. */
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
          // The connection may be all that was wrong.
          tell(true);
        }
        long ended = System.nanoTime();
        dueNanos += PERIOD_NANOS;
        // After a write that took long there is no burst.
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

  /** Whether Redis has taken it. */
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
      // It may be another Redis than before, or an emptied one.
      hashes.forget();
    }
    if (fresh) {
      pipe = new RedisPipe(url);
    }
    hashes.changes().forEach(pipe::send);
    if (fresh || last) {
      // Also where the generator is killed, nothing stays for ever.
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
