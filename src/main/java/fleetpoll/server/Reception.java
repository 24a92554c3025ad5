package fleetpoll.server;

import fleetpoll.server.fault.FaultKind;
import fleetpoll.server.fault.FaultPlan;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides what happens to the requests of one connection: counts each, finds its answer and the
 * faults that hit it. It remembers route and device of the last request, since the next one mostly
 * has the same. Not thread-safe.
 */
final class Reception {

  private static final AsciiString DEVICE = AsciiString.cached("X-Device");
  private static final AsciiString WARM_UP = AsciiString.cached("X-Fleetpoll-Warm-Up");
  private static final Answer UNREADABLE =
      Answer.sentence(HttpResponseStatus.BAD_REQUEST, "This is not an HTTP request.");
  private static final Answer UNAVAILABLE =
      Answer.sentence(HttpResponseStatus.SERVICE_UNAVAILABLE, "Unavailable on purpose.");

  private static final Answer OVERLOADED =
      Answer.sentence(HttpResponseStatus.SERVICE_UNAVAILABLE, "Too many requests wait already.");

  private final Site site;
  private final ConnectionCounters measured;
  private final ConnectionCounters warmUp;
  private String uri;
  private Route route;
  private String device;
  private FaultPlan faults;

  Reception(Site site) {
    this.site = site;
    measured = new ConnectionCounters(site.measured());
    warmUp = new ConnectionCounters(site.warmUp());
  }

  /** Takes the head of a request and returns the reply to send after its body has arrived. */
  Reply reply(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return refusal();
    }
    if (!request.uri().equals(uri)) {
      uri = request.uri();
      route = site.route(uri);
    }
    Answer answer = route.answer(request);
    return route.counted()
        ? countedReply(request, answer)
        : Reply.to(request, answer, Delivery.WHOLE, 0);
  }

  /** The reply to something that is not, or no longer, an HTTP request. */
  Reply refusal() {
    return Reply.refusal(UNREADABLE);
  }

  private Reply countedReply(HttpRequest request, Answer answer) {
    HttpHeaders headers = request.headers();
    String id = headers.get(DEVICE, "");
    boolean cookie = headers.contains(HttpHeaderNames.COOKIE);
    boolean warm = headers.contains(WARM_UP);
    ConnectionCounters counters = warm ? warmUp : measured;
    long n = counters.request(route.key(), id, cookie);
    if (answer.delayNanos() > 0) {
      counters.delay(answer.delayNanos());
    }
    if (!id.equals(device)) {
      device = id;
      faults = site.faultsOf(id);
    }
    if (!faults.isLimited()) {
      return servedReply(request, answer, warm, n);
    }
    OptionalLong turn = faults.turn(site.nowNanos());
    if (turn.isEmpty()) {
      counters.fault(FaultKind.RATE.word());
      return Reply.to(request, OVERLOADED, Delivery.WHOLE, 0);
    }
    return servedReply(request, answer, warm, n).notBefore(turn.getAsLong());
  }

  private Reply servedReply(HttpRequest request, Answer answer, boolean warm, long n) {
    if (warm) {
      noteNotModified(warmUp, answer);
      return Reply.to(request, answer, Delivery.WHOLE, 0);
    }
    return hurtReply(request, answer, n);
  }

  private Reply hurtReply(HttpRequest request, Answer answer, long n) {
    if (faults.latencyNanos() > 0) {
      measured.fault(FaultKind.LATENCY.word());
    }
    Optional<FaultKind> hit = faults.hit(n);
    if (hit.isEmpty()) {
      noteNotModified(measured, answer);
      return Reply.to(request, answer, Delivery.WHOLE, faults.latencyNanos());
    }
    FaultKind kind = hit.get();
    measured.fault(kind.word());
    return Reply.to(request, spoilt(answer, kind), Delivery.of(kind), faults.latencyNanos());
  }

  private static Answer spoilt(Answer answer, FaultKind kind) {
    return switch (kind) {
      case ERROR -> UNAVAILABLE.after(answer.delayNanos());
      case SHORT -> answer.halved();
      default -> answer;
    };
  }

  private static void noteNotModified(ConnectionCounters counters, Answer answer) {
    if (answer.status().equals(HttpResponseStatus.NOT_MODIFIED)) {
      counters.fault("not-modified");
    }
  }
}
