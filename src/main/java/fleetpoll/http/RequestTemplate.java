package fleetpoll.http;

import fleetpoll.config.Placeholders;
import fleetpoll.http.encoding.Filling;
import fleetpoll.http.encoding.PercentEncoding;
import fleetpoll.http.encoding.RequestBody;
import fleetpoll.settings.body.BodySettings;
import fleetpoll.settings.body.BodyText;
import fleetpoll.settings.body.PollValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all devices send to an endpoint, with {@code #{name}} for what differs from device to device
 * or from poll to poll. Path, query and headers go out as they are written; only what a request
 * line cannot carry or what would end a query's parameter is percent-encoded. What a placeholder
 * inserts into path or query is percent-encoded; into a body of JSON it goes escaped, and into
 * headers and other bodies as it is, in UTF-8.
 */
public final class RequestTemplate {

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final Origin origin;
  private final String basePath;
  private final String method;
  private final String path;
  private final Map<String, String> query;
  private final Map<String, String> headers;
  private final Optional<BodyText> body;
  private final Set<String> confined;
  private final boolean isBodyConfined;
  private final Map<String, PollValue> pollValues;

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
      Optional<BodySettings> body,
      Set<String> confined) {
    this(
        origin,
        basePath,
        method,
        path,
        query,
        headers,
        confined,
        body.map(BodySettings::cut),
        false);
  }

  private RequestTemplate(
      Origin origin,
      String basePath,
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      Set<String> confined,
      Optional<BodyText> body,
      boolean isBodyConfined) {
    this.origin = origin;
    this.basePath = basePath;
    this.method = method;
    this.path = path;
    this.query = new LinkedHashMap<>(query);
    this.headers = new LinkedHashMap<>(headers);
    this.body = body;
    this.isBodyConfined = isBodyConfined;
    this.confined =
        confined.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    this.pollValues = pollValues();
  }

  private Map<String, PollValue> pollValues() {
    Map<String, PollValue> found = new HashMap<>();
    Stream<String> inHead =
        Stream.of(
                Stream.of(path),
                query.keySet().stream(),
                query.values().stream(),
                headers.values().stream())
            .flatMap(Function.identity())
            .flatMap(text -> Placeholders.in(text).results().map(match -> match.group(1)));
    Stream.concat(inHead, body.stream().flatMap(text -> text.names().stream()))
        .forEach(name -> PollValue.of(name).ifPresent(value -> found.put(name, value)));
    return Map.copyOf(found);
  }

  /** Whether a device's request is another one in each poll. */
  public boolean differsByPoll() {
    return !pollValues.isEmpty();
  }

  /** The same with a further header. */
  public RequestTemplate with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new RequestTemplate(
        origin, basePath, method, path, query, all, confined, body, isBodyConfined);
  }

  /** The same with a body that a redirect must not take to another origin. */
  public RequestTemplate confiningBody() {
    return new RequestTemplate(
        origin, basePath, method, path, query, headers, confined, body, true);
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
    Filling filling = new Filling(values::get);
    RequestBody own = body.map(text -> body(text, filling, store)).orElse(RequestBody.NONE);
    RequestHead head = withLength(head(filling), own);
    return new Request(
        head,
        store.keep(head.encode()),
        own,
        isBodyConfined,
        () -> withLength(head(new Filling(values::get)), own));
  }

  private static RequestBody body(BodyText text, Filling filling, RequestStore store) {
    return text.names().isEmpty()
        ? store.keepOnce(text)
        : new RequestBody.Kept(store.keep(text.bytes(text.inserted(filling::valueOf))));
  }

  /**
   * A device's request of one poll, if it {@link #differsByPoll}. It belongs to that poll alone,
   * which can send it several times with the same bytes.
   *
   * @param values as for the other requests
   * @throws IllegalArgumentException likewise
   */
  public Request fill(Map<String, String> values, PollValue.Moment poll) {
    Filling filling =
        new Filling(
            name -> {
              PollValue value = pollValues.get(name);
              return value == null ? values.get(name) : value.in(poll);
            });
    RequestHead bare = head(filling);
    RequestBody own =
        body.map(text -> RequestBody.ofPoll(text, text.inserted(filling::valueOf)))
            .orElse(RequestBody.NONE);
    RequestHead head = withLength(bare, own);
    return new Request(head, Request.encoded(head), own, isBodyConfined, () -> head);
  }

  private RequestHead head(Filling filling) {
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
    headers.forEach((name, value) -> own.put(name, RequestHead.inUtf8(filling.raw(value))));
    return new RequestHead(origin, method, target, own, confined);
  }

  private RequestHead withLength(RequestHead head, RequestBody own) {
    boolean hasLength = body.isPresent() || WITH_BODY.contains(method);
    return hasLength && !head.has("content-length") && !head.has("transfer-encoding")
        ? head.with("Content-Length", Integer.toString(own.length()))
        : head;
  }
}
