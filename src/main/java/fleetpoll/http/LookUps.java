package fleetpoll.http;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks names up on threads of its own, so that a slow resolver holds up nobody but those who wait
 * for it.
 *
 * @param threads run one look-up after another; one whose poll has ended meanwhile is skipped
 */
public record LookUps(Names names, Executor threads) {

  private static final int IDLE_SECONDS = 10;

  /** By the system's resolver, at most so many at a time; the threads do not keep a JVM alive. */
  public static LookUps bySystem(int atATime) {
    return by(InetAddress::getAllByName, atATime);
  }

  /** At most so many at a time. */
  static LookUps by(Names names, int atATime) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            atATime,
            atATime,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DefaultThreadFactory("fleetpoll-names", true));
    threads.allowCoreThreadTimeOut(true);
    return new LookUps(names, threads);
  }

  /** Who waits for a look-up; called by the thread that did it. */
  interface Asker {

    boolean isWaiting();

    void found(InetAddress[] addresses);

    void failed(Throwable failure);
  }

  /** Begins a look-up. */
  void start(String host, Asker asker) {
    threads.execute(
        () -> {
          try {
            if (asker.isWaiting()) {
              lookUp(host, asker);
            }
          } catch (RejectedExecutionException e) {
            // The event loop has ended, and with it whoever asked.
          }
        });
  }

  private void lookUp(String host, Asker asker) {
    InetAddress[] addresses;
    try {
      addresses = names.addresses(host);
      if (addresses == null || addresses.length == 0) {
        throw new UnknownHostException(host);
      }
    } catch (Throwable failure) {
      asker.failed(failure);
      return;
    }
    asker.found(addresses);
  }

  /** Looks names up; blocks the thread that asks. */
  public interface Names {

    /**
     * All addresses of a host, the one to try first at the beginning; at least one.
     *
     * @throws UnknownHostException if there is none
     */
    InetAddress[] addresses(String host) throws UnknownHostException;
  }
}
