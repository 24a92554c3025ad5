package fleetpoll.server;

import fleetpoll.server.fault.FaultPlan;
import fleetpoll.server.fault.Faults;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The state that all connections of one server share; safe to use from all event loops. */
final class Site {

  private static final Set<HttpMethod> READ = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Set<HttpMethod> WRITE = Set.of(HttpMethod.POST);
  private static final Answer ACCEPTED = Answer.empty(HttpResponseStatus.NO_CONTENT);
  private static final Answer HEALTHY = Answer.sentence(HttpResponseStatus.OK, "ok");
  private static final Answer DELAYED = Answer.plain(HttpResponseStatus.OK, Page.SMALL.body());
  private static final Answer MOVED =
      Answer.sentence(HttpResponseStatus.FOUND, "See /hello?page=1.")
          .with(HttpHeaderNames.LOCATION, "/hello?page=1");
  private static final Answer STATE = json("{\"code\": 0}");
  private static final Answer CONFIG =
      json("{\"interval\": 30}").with(HttpHeaderNames.ETAG, "\"config-1\"");

  private final Counters measured = new Counters();
  private final Counters warmUp = new Counters();
  private final Faults faults;
  private final LongSupplier clock;
  private final Hello hello;

  /**
   * @param now the instant of the pages' last modification
   * @param clock in nanoseconds; never goes back
   */
  Site(Behavior behavior, Instant now, LongSupplier clock) {
    faults = new Faults(behavior.faults());
    this.clock = clock;
    hello = new Hello(behavior, now);
  }

  Counters measured() {
    return measured;
  }

  Counters warmUp() {
    return warmUp;
  }

  FaultPlan faultsOf(String device) {
    return faults.of(device);
  }

  long nowNanos() {
    return clock.getAsLong();
  }

  Route route(String uri) {
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    return switch (path) {
      case "/hello" -> new Route(uri, true, READ, orBadRequest(() -> helloResource(uri)));
      case "/delay" -> new Route(path, true, READ, orBadRequest(() -> delayResource(uri)));
      case "/report" -> new Route(path, true, WRITE, request -> ACCEPTED);
      case "/moved" -> new Route(path, true, READ, request -> MOVED);
      case "/health" -> new Route(path, false, READ, request -> HEALTHY);
      case "/counts" -> new Route(path, false, READ, request -> counts());
      default -> ofDevice(path);
    };
  }

  /** What the devices have each of their own, counted together. */
  private static Route ofDevice(String path) {
    if (path.startsWith("/config/")) {
      return new Route("/config/", true, READ, Site::config);
    }
    return path.startsWith("/state/")
        ? new Route("/state/", true, READ, request -> STATE)
        : new Route(path, true, Set.of(), request -> notFound(path));
  }

  private static Answer config(HttpRequest request) {
    String known = request.headers().get(HttpHeaderNames.IF_NONE_MATCH);
    String current = CONFIG.headers().get(HttpHeaderNames.ETAG);
    return current.equals(known)
        ? Answer.empty(HttpResponseStatus.NOT_MODIFIED).with(HttpHeaderNames.ETAG, current)
        : CONFIG;
  }

  private static Answer json(String text) {
    return Answer.json(HttpResponseStatus.OK, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Function<HttpRequest, Answer> orBadRequest(
      Supplier<Function<HttpRequest, Answer>> resource) {
    try {
      return resource.get();
    } catch (IllegalArgumentException e) {
      Answer refusal = Answer.sentence(HttpResponseStatus.BAD_REQUEST, e.getMessage());
      return request -> refusal;
    }
  }

  private Function<HttpRequest, Answer> helloResource(String uri) {
    List<String> numbers = parameters(uri).getOrDefault("page", List.of("missing"));
    Page page =
        Page.of(numbers.get(0))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "page is " + numbers.get(0) + "; it is 1 (100 bytes) or 200 (204800)."));
    return request -> hello.answer(page, request);
  }

  private static Function<HttpRequest, Answer> delayResource(String uri) {
    DelayQuery query = DelayQuery.parse(parameters(uri));
    return request -> {
      long delayNanos = query.delayNanos();
      return DELAYED.after(delayNanos).with("X-Delay-Nanos", Long.toString(delayNanos));
    };
  }

  private static Map<String, List<String>> parameters(String uri) {
    return new QueryStringDecoder(uri).parameters();
  }

  private Answer counts() {
    Counts counts = new Counts(measured.tally(), warmUp.tally());
    return Answer.json(HttpResponseStatus.OK, counts.toJson());
  }

  private static Answer notFound(String path) {
    return Answer.sentence(HttpResponseStatus.NOT_FOUND, "There is nothing at " + path + ".");
  }
}
