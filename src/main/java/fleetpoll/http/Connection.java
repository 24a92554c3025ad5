package fleetpoll.http;

import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;

/**
 * A device's connection: at most one socket and one poll in flight. A poll opens the connection if
 * none is open, and ends within its time-out, connecting included; a request that has begun to be
 * sent is never sent again. Belongs to one event loop: all its methods are called there.
 */
public final class Connection {

  private final Loop loop;
  private final Line line;
  private final Redirects redirects;
  private final CookieJar cookies;
  private PollInFlight exchange;
  private boolean isSending;
  private boolean isWaiting;

  /**
   * @param device its index among those with whom it shares the way to speak TLS
   * @param local the address to connect from; null: the system's choice
   */
  public Connection(Loop loop, int device, InetAddress local, Habits habits) {
    this.loop = loop;
    this.line = new Line(loop, device, local, this);
    this.redirects = new Redirects(habits.redirects());
    this.cookies = habits.cookies() ? new CookieJar() : null;
  }

  /**
   * Sends a poll; it is on its way at once, there is nothing to flush.
   *
   * @param timeoutNanos from now to the last byte of the answer
   * @throws IllegalStateException if a poll is in flight
   */
  public void send(
      Request request, Expectation expectation, long timeoutNanos, PollListener listener) {
    begin(new PollInFlight(this, request, expectation, listener, loop.nowNanos(), timeoutNanos));
  }

  /** A poll that only opens the connection that a request needs, and sends nothing. */
  public void connect(Request request, long timeoutNanos, PollListener listener) {
    begin(new PollInFlight(this, request, null, listener, loop.nowNanos(), timeoutNanos));
  }

  private void begin(PollInFlight poll) {
    if (exchange != null) {
      throw new IllegalStateException("a poll is in flight");
    }
    exchange = poll;
    loop.deadlines().add(exchange);
    isSending = true;
    try {
      proceed();
    } finally {
      isSending = false;
    }
  }

  /** Whether a poll is in flight. */
  public boolean isBusy() {
    return exchange != null;
  }

  /** Whether a connection is open. */
  public boolean isOpen() {
    return line.isOpen();
  }

  /** Closes the connection; a poll in flight ends as dropped. */
  public void drop() {
    stop(Outcome.DROPPED, "the device dropped its connection");
  }

  /** Closes the connection; a poll in flight ends as interrupted. */
  public void interrupt() {
    stop(Outcome.INTERRUPTED, "the run was interrupted");
  }

  private void stop(Outcome outcome, String message) {
    if (exchange == null) {
      line.close();
    } else {
      fail(new PollEnd(outcome, message));
    }
  }

  void expire(PollInFlight due) {
    String limit = TimeUnit.NANOSECONDS.toMillis(due.timeoutNanos()) + " ms";
    String doing = "waiting for the answer";
    if (line.isOpening()) {
      doing = line.doing();
      exchange.opened(line.opening());
      line.giveUp();
    }
    fail(new PollEnd(Outcome.TIMEOUT, "no complete answer within " + limit + ": " + doing));
  }

  private void proceed() {
    if (line.isAnswering()) {
      isWaiting = true;
      PollInFlight waiting = exchange;
      loop.executor().execute(() -> proceedAfterAnswer(waiting));
    } else {
      reach();
    }
  }

  /** The end of the connection may have lain behind the answer: epoll has read it by now. */
  private void proceedAfterAnswer(PollInFlight waiting) {
    if (exchange == waiting) {
      waiting.sendsNow(loop.nowNanos());
      reach();
    }
  }

  private void reach() {
    isWaiting = false;
    try {
      line.reach(exchange.request().origin());
    } catch (Throwable thrown) {
      failBy(thrown);
    }
  }

  void opened(Opening opening) {
    exchange.opened(opening);
  }

  void ready(Wire wire) {
    if (exchange.expectation() == null) {
      endSoon(PollEnd.OK);
      return;
    }
    try {
      Request request = exchange.request();
      if (cookies != null) {
        request = cookies.addTo(request, loop.nowNanos());
      }
      exchange.await(
          new AwaitedAnswer(request, exchange.expectation(), loop.limits(), loop.clock()));
      wire.send(request.headBytes(), request.body(), exchange.answer());
    } catch (Throwable thrown) {
      failBy(thrown);
    }
  }

  void answered(AwaitedAnswer answer) {
    try {
      if (cookies != null && answer.fault() == null) {
        cookies.learn(exchange.request().head(), answer.headers(), loop.nowNanos());
      }
      Request next = redirects.next(exchange, answer);
      if (next == null) {
        PollEnd verdict = exchange.judge(loop.limits());
        end(exchange, verdict, answer.endNanos());
      } else {
        PollInFlight followed = exchange;
        followed.follow(next, loop.nowNanos());
        if (exchange == followed) {
          proceed();
        }
      }
    } catch (Throwable thrown) {
      failBy(thrown);
    }
  }

  /** The wire is gone: closed by the server, or by a failure. */
  void broke(Throwable failure) {
    if (exchange != null && !isWaiting) {
      fail(PollEnd.broken(failure, exchange.status() == 0, exchange.request().origin().peer()));
    }
  }

  private void failBy(Throwable thrown) {
    loop.fault(thrown);
    if (exchange != null) {
      fail(PollEnd.fault(thrown));
    }
  }

  /** Ends the poll and closes the connection. */
  void fail(PollEnd verdict) {
    exchange.opened(line.opening());
    line.close();
    endSoon(verdict);
  }

  /** From within {@link #send} the listener hears later. */
  private void endSoon(PollEnd verdict) {
    PollInFlight ended = exchange;
    long nowNanos = loop.nowNanos();
    if (isSending) {
      loop.executor().execute(() -> end(ended, verdict, nowNanos));
    } else {
      end(ended, verdict, nowNanos);
    }
  }

  private void end(PollInFlight ended, PollEnd verdict, long endNanos) {
    if (exchange != ended) {
      return;
    }
    exchange = null;
    loop.deadlines().remove(ended);
    try {
      ended.listener().ended(ended.result(verdict, endNanos, line.isOpen()));
    } catch (Throwable thrown) {
      loop.fault(thrown);
      if (exchange == null) {
        line.close();
      }
    }
  }
}
