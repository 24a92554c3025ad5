package fleetpoll.gatling;

import fleetpoll.record.Outcome;
import io.gatling.commons.validation.Failure;
import io.gatling.commons.validation.Success;
import io.gatling.commons.validation.Validation;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.http.engine.tx.HttpTx;
import io.gatling.http.request.HttpRequest;
import scala.Option;

/**
 * A virtual user of a cell: takes an index, sends its request, records how it ended, and starts
 * over, all on one connection. Every method except {@link #warmUp} and {@link #begin} runs on its
 * event loop.
 */
final class CellUser implements Sender {

  private final CellLoad load;
  private final EndpointRequest request;
  private final EndpointRequest warmUp;
  private final Session session;
  private final StatsBatch stats;
  private final Action next;
  private boolean isMeasured;
  private boolean isInFlight;
  private boolean isSending;

  CellUser(
      CellLoad load,
      EndpointRequest request,
      EndpointRequest warmUp,
      Session session,
      StatsBatch stats,
      Action next) {
    this.load = load;
    this.request = request;
    this.warmUp = warmUp;
    this.session = session;
    this.stats = stats;
    this.next = next;
  }

  /** Sends the warm-up; when it has ended, all users begin. */
  void warmUp() {
    session.eventLoop().execute(() -> send(warmUp, session));
  }

  /** Sends requests until none is left. */
  void begin() {
    session
        .eventLoop()
        .execute(
            () -> {
              isMeasured = true;
              sendNext();
            });
  }

  /**
   * Sends one request after the other, without recursion: a request can end while it is being sent.
   */
  private void sendNext() {
    if (isSending) {
      return;
    }
    isSending = true;
    while (!isInFlight) {
      long index = load.take();
      if (!load.isLeft(index)) {
        leave();
        break;
      }
      send(request, session.set(CellAction.INDEX, index));
    }
    isSending = false;
  }

  private void send(EndpointRequest what, Session with) {
    Validation<HttpRequest> built = what.build(with);
    if (built instanceof Success<HttpRequest> success) {
      isInFlight = true;
      new Exchange(what, new HttpTx(with, success.value(), next, Option.empty(), 0), this).send();
      return;
    }
    long now = nowNanos();
    load.recorder().record(now, now, Outcome.OTHER, ((Failure) (Validation<?>) built).message());
  }

  private void leave() {
    stats.flush();
    load.left();
    next.$bang(session);
  }

  @Override
  public long nowNanos() {
    return System.nanoTime();
  }

  @Override
  public StatsBatch stats() {
    return stats;
  }

  @Override
  public boolean isMeasured() {
    return isMeasured;
  }

  @Override
  public void ended(Exchange exchange, Outcome outcome, String message) {
    isInFlight = false;
    if (isMeasured) {
      load.recorder().record(exchange.sentNanos(), exchange.endNanos(), outcome, message);
      sendNext();
    } else {
      load.begin();
    }
  }
}
