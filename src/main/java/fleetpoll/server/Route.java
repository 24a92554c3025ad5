package fleetpoll.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Set;
import java.util.function.Function;

/**
 * The resource of a URI; resolved once for a run of requests with the same URI.
 *
 * @param key the one under which its requests are counted
 * @param counted whether they are counted, and faults can hit them
 * @param methods the allowed methods; empty: all
 * @param resource answers an allowed request
 */
record Route(
    String key, boolean counted, Set<HttpMethod> methods, Function<HttpRequest, Answer> resource) {

  Answer answer(HttpRequest request) {
    if (methods.isEmpty() || methods.contains(request.method())) {
      return resource.apply(request);
    }
    String allowed = String.join(", ", methods.stream().map(HttpMethod::name).sorted().toList());
    return Answer.sentence(
            HttpResponseStatus.METHOD_NOT_ALLOWED,
            request.method() + " is not allowed here; allowed: " + allowed + ".")
        .with(HttpHeaderNames.ALLOW, allowed);
  }
}
