package fleetpoll.gatling;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import fleetpoll.client.CellRecorder;
import fleetpoll.client.CellTask;
import fleetpoll.client.Leash;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the virtual users of a cell share: the counter from which they take indices, their record,
 * and their start, which is when all have arrived and one of them has warmed up.
 */
final class CellLoad {

  private final CellTask task;
  private final Leash leash;
  private final CellRecorder recorder = CellRecorder.starting();
  private final AtomicLong next = new AtomicLong();
  private final AtomicInteger working;
  private final List<CellUser> arrived = new ArrayList<>();

  private CellLoad(CellTask task, Leash leash) {
    this.task = task;
    this.leash = leash;
    this.working = new AtomicInteger(task.places());
  }

  /** The load that this JVM's system properties describe. */
  static CellLoad ofThisProcess() {
    loadWhatOnlyFailuresNeed();
    return new CellLoad(CellTask.ofThisProcess(), Leash.ofThisProcess());
  }

  /** Loads the classes for failures: a client that has run out of files can no longer load any. */
  private static void loadWhatOnlyFailuresNeed() {
    ClientFailures.outcome(new IOException("none"));
    StatsBatch.class.getDeclaredClasses();
  }

  int places() {
    return task.places();
  }

  CellTask task() {
    return task;
  }

  CellRecorder recorder() {
    return recorder;
  }

  /** The steps of a virtual user. */
  ChainBuilder requests() {
    ActionBuilder requests = () -> (context, following) -> new CellAction(this, context, following);
    return exec(requests);
  }

  /** The protocol of a plain client. */
  HttpProtocolBuilder protocol() {
    return http.disableAutoReferer().disableCaching().disableFollowRedirect();
  }

  /** Registers a virtual user; after the last one, the first one warms up. */
  synchronized void arrive(CellUser user) {
    arrived.add(user);
    if (arrived.size() == task.places()) {
      arrived.get(0).warmUp();
    }
  }

  /** Lets all virtual users begin after the warm-up. */
  synchronized void begin() {
    arrived.forEach(CellUser::begin);
    arrived.clear();
  }

  /** The next index. At most {@link #places()} callers find none left. */
  long take() {
    return next.getAndIncrement();
  }

  boolean isLeft(long index) {
    return index < task.requests();
  }

  /**
   * Called when a virtual user has found no index left; the last one waits until the process has
   * been measured.
   */
  void left() {
    if (working.decrementAndGet() == 0) {
      leash.loadIsOver();
    }
  }

  /** Hands over the result. */
  void end() {
    leash.result(recorder.result());
  }
}
