package fleetpoll.http;

import fleetpoll.http.encoding.Filling;
import fleetpoll.http.encoding.PercentEncoding;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What all devices send to an endpoint, with {@code #{name}} for what differs from device to
 * device. Path, query and headers go out as they are written; only what a request line cannot carry
 * or what would end a query's parameter is percent-encoded. What a placeholder inserts into path or
 * query is percent-encoded; into headers and body it goes as it is, in UTF-8.
 */
public final class RequestTemplate {

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final Origin origin;
  private final String basePath;
  private final String method;
  private final String path;
  private final Map<String, String> query;
  private final Map<String, String> headers;
  private final Optional<String> body;
  private final Set<String> confined;

  /**
   * @param basePath as it is written in the target's URL; empty or without a slash at its end
   * @param path begins with {@code /}
   * @param query parameters in the order in which they go out
   * @param headers in the order in which they go out; all but Host and Content-Length, which are
   *     added unless they are among them
   * @param confined names of headers that a redirect must not take to another origin, even if they
   *     are otherwise harmless
   */
  public RequestTemplate(
      Origin origin,
      String basePath,
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      Optional<String> body,
      Set<String> confined) {
    this.origin = origin;
    this.basePath = basePath;
    this.method = method;
    this.path = path;
    this.query = new LinkedHashMap<>(query);
    this.headers = new LinkedHashMap<>(headers);
    this.body = body;
    this.confined =
        confined.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The same with a further header. */
  public RequestTemplate with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new RequestTemplate(origin, basePath, method, path, query, all, body, confined);
  }

  /**
   * A device's request, encoded.
   *
   * @param values of the placeholders, by name; kept as long as the request
   * @param store where its bytes are kept
   * @throws IllegalArgumentException if a placeholder has no value, or if a header's value has a
   *     line break or a NUL
   */
  public Request fill(Map<String, String> values, RequestStore store) {
    RequestHead head = head(values);
    return new Request(head, store.keep(head.encode()), body(values, store), () -> head(values));
  }

  private ByteBuf body(Map<String, String> values, RequestStore store) {
    if (body.isEmpty()) {
      return Unpooled.EMPTY_BUFFER;
    }
    return Filling.hasPlaceholder(body.get())
        ? store.keep(new Filling(values).raw(body.get()).getBytes(StandardCharsets.UTF_8))
        : store.keepOnce(body.get());
  }

  private RequestHead head(Map<String, String> values) {
    Filling filling = new Filling(values);
    String parameters =
        query.entrySet().stream()
            .map(
                p ->
                    filling.encoded(p.getKey(), PercentEncoding::queryName)
                        + "="
                        + filling.encoded(p.getValue(), PercentEncoding::queryValue))
            .collect(Collectors.joining("&"));
    String filled = PercentEncoding.path(basePath) + filling.path(path);
    String target = parameters.isEmpty() ? filled : filled + "?" + parameters;
    Map<String, String> own = new LinkedHashMap<>();
    headers.forEach((name, value) -> own.put(name, filling.raw(value)));
    RequestHead head = new RequestHead(origin, method, target, own, confined);
    boolean hasLength = body.isPresent() || WITH_BODY.contains(method);
    return hasLength && !head.has("content-length") && !head.has("transfer-encoding")
        ? head.with("Content-Length", Integer.toString(length(filling)))
        : head;
  }

  private int length(Filling filling) {
    return body.map(text -> filling.raw(text).getBytes(StandardCharsets.UTF_8).length).orElse(0);
  }
}
