package fleetpoll.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clients sync, threads and virtual. There are as many threads as requests may be in flight;
 * each takes the next index from a counter, sends its request and waits for the answer. One thread
 * sends them one after the other.
 */
public final class BlockingClient {

  private final CellTask task;

  private final JdkRequests requests;
  private final AtomicLong next = new AtomicLong();

  private BlockingClient(CellTask task, CellRecorder recorder) {
    this.task = task;
    this.requests = new JdkRequests(task, recorder);
  }

  /**
   * Does the task in the JVM's system properties.
   *
   * @param args the name of a {@link ThreadKind}
   */
  public static void main(String[] args) throws InterruptedException {
    Leash leash = Leash.ofThisProcess();
    CellRecorder recorder = run(CellTask.ofThisProcess(), ThreadKind.valueOf(args[0]));
    leash.loadIsOver();
    leash.result(recorder.result());
  }

  /** Does a task in this process. */
  public static CellRecorder run(CellTask task, ThreadKind kind) throws InterruptedException {
    CellRecorder recorder = CellRecorder.starting();
    BlockingClient client = new BlockingClient(task, recorder);
    client.requests.warmUp();
    ThreadFactory threads =
        kind.factory().orElseThrow(() -> new IllegalStateException("this JDK has no such threads"));
    ExecutorService pool = Executors.newFixedThreadPool(task.places(), threads);
    for (int place = 0; place < task.places(); place++) {
      pool.execute(client::sendUntilNoneIsLeft);
    }
    pool.shutdown();
    pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    return recorder;
  }

  private void sendUntilNoneIsLeft() {
    for (long i = next.getAndIncrement(); i < task.requests(); i = next.getAndIncrement()) {
      requests.send(i);
    }
  }
}
