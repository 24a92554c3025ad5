package fleetpoll.gatling;

import fleetpoll.record.Outcome;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.impl.PrematureCloseException;
import io.gatling.http.engine.GatlingHttpListener;
import io.gatling.http.engine.response.Crash;
import io.gatling.http.engine.response.Proceed;
import io.gatling.http.engine.response.ProcessorResult;
import io.gatling.http.engine.response.ResponseProcessor;
import io.gatling.http.engine.response.ResponseProcessor$;
import io.gatling.http.engine.tx.HttpTx;
import io.gatling.http.response.HttpFailure;
import io.gatling.http.response.HttpResult;
import io.gatling.http.response.Response;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import scala.Option;

/**
 * One request from its sending to its end. It takes instants, bytes and failures from the HTTP
 * client, lets Gatling judge the answer by its own checks, reports it to Gatling's statistics as
 * Gatling itself would, and notifies the sender. Belongs to the device's event loop.
 */
final class Exchange implements HttpListener, ResponseProcessor {

  private final EndpointRequest request;
  private final HttpTx tx;
  private final Sender sender;
  private final GatlingHttpListener gatling;
  private long sentNanos;
  private long endNanos;
  private boolean sent;
  private ConnectionWatch connection;
  private Throwable failure;
  private boolean ended;

  Exchange(EndpointRequest request, HttpTx tx, Sender sender) {
    this.request = request;
    this.tx = tx;
    this.sender = sender;
    this.gatling = new GatlingHttpListener(tx, request.clock(), this);
  }

  void send() {
    request.execute(tx, this);
  }

  long sentNanos() {
    return sentNanos;
  }

  long endNanos() {
    return endNanos;
  }

  /** The client announces every sending, also its own replays; a poll must be sent only once. */
  @Override
  public void onSend() {
    if (sent) {
      onThrowable(
          connection == null ? ReplayRefused.INSTANCE : connection.causeOr(ReplayRefused.INSTANCE));
      throw ReplayRefused.INSTANCE;
    }
    sent = true;
    sentNanos = sender.nowNanos();
    gatling.onSend();
  }

  @Override
  public void onWrite(Channel channel) {
    connection = ConnectionWatch.of(channel);
    gatling.onWrite(channel);
  }

  @Override
  public void onProtocolAwareness(boolean isHttp2) {
    gatling.onProtocolAwareness(isHttp2);
  }

  @Override
  public void onFinalClientRequest(Request finalRequest) {
    gatling.onFinalClientRequest(finalRequest);
  }

  @Override
  public void onHttpResponse(HttpResponseStatus status, HttpHeaders headers) {
    gatling.onHttpResponse(status, headers);
  }

  @Override
  public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {
    if (!ended) {
      endNanos = sender.nowNanos();
      ended = last;
    }
    gatling.onHttpResponseBodyChunk(chunk, last);
  }

  /** If a socket cannot even be made, this is called on a thread that is not the sender's. */
  @Override
  public void onThrowable(Throwable e) {
    EventLoop eventLoop = tx.session().eventLoop();
    if (eventLoop.inEventLoop()) {
      fail(e);
    } else {
      eventLoop.execute(() -> fail(e));
    }
  }

  private void fail(Throwable e) {
    if (!ended) {
      ended = true;
      failure =
          e instanceof PrematureCloseException && connection != null ? connection.causeOr(e) : e;
      endNanos = sender.nowNanos();
    }
    gatling.onThrowable(e);
  }

  @Override
  public void onComplete(HttpResult result) {
    if (result instanceof Response response) {
      judge(response);
    } else {
      HttpFailure failed = (HttpFailure) result;
      end(
          failed,
          failure == null ? Outcome.OTHER : ClientFailures.outcome(failure),
          failed.errorMessage());
    }
  }

  private void judge(Response response) {
    ProcessorResult result =
        ResponseProcessor$.MODULE$.processResponse(
            tx, request.sessionProcessor(tx), request.charset(), response);
    if (result instanceof Crash crash) {
      end(response, request.outcomeOf(response), crash.error());
      return;
    }
    // No redirect is followed, so the answer is the last one.
    Option<String> error = ((Proceed) result).error();
    if (error.isEmpty()) {
      end(response, Outcome.OK, null);
    } else {
      end(response, request.outcomeOf(response), error.get());
    }
  }

  private void end(HttpResult result, Outcome outcome, String message) {
    log(result, outcome.isOk() ? OK$.MODULE$ : KO$.MODULE$, message);
    sender.ended(this, outcome, message);
  }

  private void log(HttpResult result, Status status, String message) {
    if (sender.isMeasured()) {
      Option<String> code =
          result instanceof Response response
              ? Option.apply(Integer.toString(response.status().code()))
              : Option.empty();
      sender
          .stats()
          .add(
              tx.session(),
              tx.fullRequestName(),
              result.startTimestamp(),
              result.endTimestamp(),
              status,
              code,
              Option.apply(message));
    }
  }
}
