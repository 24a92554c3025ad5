package fleetpoll.gatling;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import fleetpoll.client.CellRecorder;
import fleetpoll.client.CellTask;
import fleetpoll.client.Leash;
import fleetpoll.text.Reason;
import fleetpoll.trust.Trust;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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
    CellTask task = CellTask.ofThisProcess();
    trust(task.trust());
    return new CellLoad(task, Leash.ofThisProcess());
  }

  /** Gatling's client trusts what its JVM trusts, and reads that only when it first connects. */
  private static void trust(Trust trust) {
    if (trust.file().isEmpty()) {
      return;
    }
    char[] password = "changeit".toCharArray();
    try {
      Path store = Files.createTempFile("fleetpoll-trust", ".p12");
      store.toFile().deleteOnExit();
      try (OutputStream out = Files.newOutputStream(store)) {
        trust.store().store(out, password);
      }
      System.setProperty("javax.net.ssl.trustStore", store.toString());
      System.setProperty("javax.net.ssl.trustStorePassword", new String(password));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("tls.trust cannot be handed to Gatling: " + Reason.of(e), e);
    }
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
