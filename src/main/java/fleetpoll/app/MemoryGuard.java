package fleetpoll.app;

import fleetpoll.fleet.Companion;
import fleetpoll.fleet.FleetClock;
import fleetpoll.process.ExitCode;
import fleetpoll.process.SpareFiles;
import fleetpoll.record.FleetRecorder;
import fleetpoll.run.Event;
import fleetpoll.run.Run;
import fleetpoll.watch.Happening;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a run whose memory gives out, so that what was measured is stored. It keeps some memory and
 * some files back until the end. Its threads begin with the run and take no memory while they wait:
 * nothing else can be relied on then, for whatever thread misses the memory may die of it.
 */
final class MemoryGuard implements Companion {

  private static final int RESERVE_BYTES = 8 << 20;
  private static final int SPARE_FILES = 16;

  /** A heap that is as full as this after a collection is collected all the time. */
  private static final double FULL = 0.98;

  private static final long STEP_NANOS = 100_000_000;

  /** From the interruption of the devices to the exit, if the run does not end by itself. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** From there to the end of the process, whatever it still does. */
  private static final Duration LAST = Duration.ofMinutes(1);

  /** For the devices to begin, from Gatling's beginning on. */
  private static final Duration START = Duration.ofMinutes(2);

  private static final String ADVICE =
      "%s. Give the run more heap (-Dgatling.jvmArgs=-Xmx%dm) or lower devices.";

  private static final String EARLY = "The memory gave out, and the run was ended";

  private static final String LATE =
      "The memory gave out when the devices had ended: the verdict holds, but Gatling's report may"
          + " be missing, and the exit code is 2";

  private final SpareFiles files = new SpareFiles(SPARE_FILES);
  private final String early = advice(EARLY);
  private final String late = advice(LATE);
  private volatile byte[] reserve = new byte[RESERVE_BYTES];
  private volatile MemoryPoolMXBean pool;
  private volatile FleetClock clock;
  private volatile long shortNanos;
  private volatile boolean isShort;
  private volatile boolean isInVerdict;
  private volatile boolean exits;
  private volatile Runnable interrupt;

  /** Twice as much as there is. */
  private static String advice(String what) {
    return ADVICE.formatted(what, 2 * Runtime.getRuntime().maxMemory() >> 20);
  }

  /**
   * Watches from now on.
   *
   * @param devices lets the devices end
   */
  void watch(Runnable devices) {
    interrupt = devices;
    pool = oldPool().orElse(null);
    Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
    start("memory", this::guard);
    start("last exit", this::awaitExit);
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** The one in which objects stay; collectors without such a one have their errors only. */
  private static Optional<MemoryPoolMXBean> oldPool() {
    Optional<MemoryPoolMXBean> old =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(each -> each.getType() == MemoryType.HEAP)
            .filter(each -> each.isUsageThresholdSupported())
            .filter(each -> each.isCollectionUsageThresholdSupported())
            .filter(each -> each.getUsage().getMax() > 0)
            .findFirst();
    old.ifPresent(
        each -> each.setCollectionUsageThreshold((long) (each.getUsage().getMax() * FULL)));
    return old;
  }

  private void uncaught(Thread thread, Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      outOfMemory();
    } else {
      System.err.print("Exception in thread \"" + thread.getName() + "\" ");
      thrown.printStackTrace();
    }
  }

  /** Ends the run, on another thread. */
  @Override
  public void outOfMemory() {
    isShort = true;
  }

  private void guard() {
    long beginning = System.nanoTime();
    while (!isShort && !isFull()) {
      LockSupport.parkNanos(STEP_NANOS);
      if (clock == null && System.nanoTime() - beginning > START.toNanos()) {
        exits = true;
        return;
      }
    }
    FleetClock started = clock;
    shortNanos = started == null ? 0 : started.nowNanos();
    isShort = true;
    giveUp();
    Ending.attempt("The warning", () -> System.err.println(early));
    Ending.attempt("The end of the devices", interrupt::run);
    await(GRACE);
    exits = true;
    await(LAST);
    Runtime.getRuntime().halt(ExitCode.NOT_PASSED.number());
  }

  private boolean isFull() {
    try {
      return pool != null && pool.isCollectionUsageThresholdExceeded();
    } catch (Throwable ofMemory) {
      return true;
    }
  }

  private static void await(Duration time) {
    long beginning = System.nanoTime();
    while (System.nanoTime() - beginning < time.toNanos()) {
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  private void awaitExit() {
    while (!exits) {
      LockSupport.parkNanos(STEP_NANOS);
    }
    while (true) {
      Ending.attempt("The exit", () -> System.exit(ExitCode.NOT_PASSED.number()));
    }
  }

  /**
   * What was kept back is free from now on: the record is about to be written. Loads no class, for
   * which there may be no file.
   */
  void giveUp() {
    reserve = null;
    try {
      files.close();
    } catch (IOException e) {
      System.err.println("The spare files cannot be closed: " + e.getMessage());
    }
  }

  /** What to do about it, as a sentence; empty as long as there was enough memory. */
  Optional<String> shortage() {
    return isShort ? Optional.of(early) : Optional.empty();
  }

  /** The same if the verdict does not say it: it was settled before. */
  Optional<String> lateShortage() {
    return isShort && !isInVerdict ? Optional.of(late) : Optional.empty();
  }

  /** The same run, invalid if it was ended for want of memory. */
  Run judged(Run run) {
    isInVerdict = isShort;
    return isInVerdict ? run.withVerdict(run.verdict().invalid(early)) : run;
  }

  /** That the memory gave out, as an event; none if it did not. */
  List<Happening> happenings() {
    return isShort ? List.of(new Happening(shortNanos, Event.OF_MEMORY, early)) : List.of();
  }

  @Override
  public void begin(FleetClock started, FleetRecorder recorder, long endNanos) {
    clock = started;
  }

  @Override
  public void finish() {}
}
