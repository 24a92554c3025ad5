package fleetpoll.settings.body;

import fleetpoll.config.Checked;
import fleetpoll.config.Choice;
import fleetpoll.config.InputFiles;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.Masks;
import fleetpoll.config.Placeholders;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import fleetpoll.text.Utf8;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of an endpoint that say which body its requests have. */
public final class BodyKeys {

  /** 16 MiB. A body is kept in memory as a whole, and one with placeholders once per device. */
  private static final long MOST = 16 << 20;

  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
  private static final String TYPE_HEADER = "content-type";
  private static final String ENCODING_HEADER = "content-encoding";

  private final Placeholders placeholders;
  private final InputFiles files;
  private final Key<BodySettings> file;
  private final Key<BodySettings> text;
  private final Key<Boolean> gzip;

  /**
   * Adds them to an endpoint's other keys.
   *
   * @param placeholders that a text may contain
   * @param files contains the bodies
   */
  public BodyKeys(Keys endpoint, Placeholders placeholders, InputFiles files) {
    this.placeholders = placeholders;
    this.files = files;
    file = endpoint.add(Key.of("body", this::read).optional());
    text = endpoint.add(Key.of("text", this::inPlace).optional());
    gzip = endpoint.add(Key.of("gzip", Choice.FLAG).optional());
  }

  private BodySettings read(String name) {
    byte[] bytes = files.read(name, MOST);
    Optional<String> binary = MediaTypes.ofBinary(name);
    Optional<String> type = MediaTypes.ofText(name);
    boolean isText = type.isPresent() || binary.isEmpty() && Utf8.isText(bytes);
    if (isText) {
      placeholders.apply(Utf8.decode(bytes));
    }
    String known = type.or(() -> binary).orElse(isText ? MediaTypes.TEXT : MediaTypes.BINARY);
    return new BodySettings(ByteBuffer.wrap(bytes), isText, known, MediaTypes.isJson(known), false);
  }

  private BodySettings inPlace(String written) {
    placeholders.apply(TextPattern.NOT_EMPTY.apply(written));
    boolean isJson = written.strip().startsWith("{") || written.strip().startsWith("[");
    return BodySettings.ofText(written, isJson ? MediaTypes.JSON : MediaTypes.TEXT);
  }

  /**
   * Refuses what does not fit to the request.
   *
   * @param method of the endpoint; empty if that is wrong
   * @param headers as they are written
   */
  public void check(
      Checked endpoint, Optional<String> method, Map<String, Setting> headers, Problems problems) {
    Optional<Setting> inPlace = endpoint.findWritten(text);
    Optional<Setting> written = endpoint.findWritten(file).or(() -> inPlace);
    if (inPlace.isPresent() && endpoint.findWritten(file).isPresent()) {
      problems.add(inPlace.get(), "must not be given next to a body; keep one");
    }
    if (written.isPresent() && method.filter(WITHOUT_BODY::contains).isPresent()) {
      problems.add(
          written.get(),
          "must not be given if method is %s, whose requests have no body: POST, PUT or PATCH have one"
              .formatted(method.get()));
    }
    if (endpoint.find(gzip).orElse(false)) {
      checkCompression(endpoint, written.isPresent(), headers, problems);
    }
  }

  private void checkCompression(
      Checked endpoint, boolean hasBody, Map<String, Setting> headers, Problems problems) {
    if (!hasBody) {
      problems.add(endpoint.written(gzip), "must be false unless there is a body or a text");
    }
    String own = "must not be given if gzip is true: the device sends its own";
    named(ENCODING_HEADER, headers)
        .ifPresent(written -> problems.add(written.key(), written.origin(), own));
  }

  private static <T> Optional<T> named(String name, Map<String, T> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * The endpoint's body; only when there are no problems.
   *
   * @param headers of the endpoint
   */
  public Optional<BodySettings> settings(Checked endpoint, Map<String, String> headers) {
    Optional<String> type = named(TYPE_HEADER, headers);
    return endpoint
        .find(file)
        .or(() -> endpoint.find(text))
        .map(body -> type.map(body::typed).orElse(body))
        .map(body -> body.compressed(endpoint.find(gzip).orElse(false)));
  }

  /** The meaning of its keys, equal for all ways to write them; the body is a hash. */
  public Map<String, Object> meaning(Checked endpoint, Map<String, String> headers, Masks masks) {
    Map<String, Object> meaning = new HashMap<>();
    settings(endpoint, headers)
        .ifPresent(
            body -> {
              meaning.put(file.name(), body.contents(masks));
              if (named(TYPE_HEADER, headers).isEmpty()) {
                meaning.put(TYPE_HEADER, body.type());
              }
              if (body.isGzip()) {
                meaning.put(gzip.name(), true);
              }
            });
    return meaning;
  }
}
