package fleetpoll.settings;

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
import fleetpoll.config.WholeNumber;
import fleetpoll.settings.answer.AnswerKeys;
import fleetpoll.settings.body.BodyKeys;
import fleetpoll.settings.body.PollValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The keys of one of the {@code endpoints}; {@code endpoint { }} contains their defaults. */
final class EndpointKeys {

  static final Choice METHOD =
      Choice.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final WholeNumber EVERY = new WholeNumber(1, Share.MAX_DENOMINATOR);
  private static final Set<String> RESERVED =
      Set.of("success", "missed", "silence", "device", "server");
  private static final TextPattern PATH =
      TextPattern.of("[^\\s\\p{Cntrl}?#]*", "must hold no space, ? or # but in #{name}");

  private final Keys all = new Keys();
  private final Key<String> name = all.add(Key.of("name", EndpointKeys::name));
  private final Key<String> method = all.add(Key.of("method", METHOD).optional());
  private final Key<String> path;
  private final Key<Map<String, String>> query;
  private final Key<Map<String, String>> headers;
  private final BodyKeys body;
  private final AnswerKeys answer;
  private final Key<Share> share;
  private final Key<Share> every;

  /**
   * @param ofDevice placeholders of a device that the texts may contain
   * @param files contains the bodies
   */
  EndpointKeys(Placeholders ofDevice, InputFiles files) {
    Placeholders placeholders = ofDevice.with(PollValue.ALL);
    path = all.add(Key.of("path", text -> path(text, placeholders)));
    query = all.add(Key.ofMap("query", TextPattern.NOT_EMPTY, placeholders));
    headers =
        all.add(
            Key.ofMap("headers", TextPattern.TOKEN, TextPattern.NO_CONTROL.andThen(placeholders)));
    body = new BodyKeys(all, placeholders, files);
    answer = new AnswerKeys(all);
    share = all.add(Key.of("share", Share::parse).optional());
    every = all.add(Key.of("every", EVERY.andThen(Share::every)).optional());
  }

  Checked check(Setting endpoint, Checked fleet, Problems problems) {
    Checked values =
        all.check(endpoint, "must be an endpoint such as { name = A, path = /hello }", problems);
    values
        .findWritten(every)
        .filter(written -> values.findWritten(share).isPresent())
        .ifPresent(written -> problems.add(written, "must not be given next to a share; keep one"));
    Optional<String> used =
        values.findWritten(method).isPresent()
            ? values.find(method)
            : fleet.find(FleetKeys.ENDPOINT_METHOD);
    Map<String, Setting> named =
        values.findWritten(headers).map(Setting::children).orElse(Map.of());
    body.check(values, used, named, problems);
    answer.check(values, used, named, problems);
    all.refuseOthers(endpoint, problems);
    return values;
  }

  /** Lets somebody who knows JSONPath check the paths of an endpoint. */
  void checkPaths(Checked endpoint, Consumer<String> paths, Problems problems) {
    answer.checkPaths(endpoint, paths, problems);
  }

  /** The name of an endpoint; empty if it is wrong. */
  Optional<String> name(Checked endpoint) {
    return endpoint.find(name);
  }

  /** The expected length of an answer's body; 0 if any is right. */
  long bytes(Checked endpoint) {
    return answer.bytes(endpoint);
  }

  /**
   * An endpoint; only when there are no problems.
   *
   * @param mixed its share by the mix
   */
  EndpointSettings settings(Checked endpoint, Checked fleet, Optional<Share> mixed) {
    return new EndpointSettings(
        endpoint.get(name),
        endpoint.find(method).orElse(fleet.get(FleetKeys.ENDPOINT_METHOD)),
        endpoint.get(path),
        endpoint.find(query).orElse(Map.of()),
        endpoint.find(headers).orElse(Map.of()),
        body.settings(endpoint, endpoint.find(headers).orElse(Map.of())),
        answer.settings(endpoint, fleet.get(FleetKeys.ENDPOINT_STATUS)),
        endpoint
            .find(share)
            .or(() -> endpoint.find(every))
            .or(() -> mixed)
            .orElse(Share.EVERY_TICK));
  }

  /** What the entry of an endpoint means: the same however it is written, its body by a hash. */
  Map<String, Object> meaning(Checked endpoint, Masks masks) {
    Map<String, Object> meaning = new HashMap<>(answer.meaning(endpoint));
    for (Key<?> key : List.of(name, method, path, query, headers)) {
      endpoint.find(key).ifPresent(value -> meaning.put(key.name(), value));
    }
    meaning.putAll(body.meaning(endpoint, endpoint.find(headers).orElse(Map.of()), masks));
    endpoint
        .find(share)
        .or(() -> endpoint.find(every))
        .ifPresent(polls -> meaning.put(share.name(), polls));
    return meaning;
  }

  /** Whether an endpoint of this name would have the keys of other levels. */
  static boolean isReserved(String name) {
    return RESERVED.contains(name.toLowerCase(Locale.ROOT));
  }

  private static String name(String text) {
    if (isReserved(text)) {
      throw new IllegalArgumentException(
          "must not be success, missed, silence, device or server: slo contains levels of these names");
    }
    return TextPattern.NAME.apply(text);
  }

  private static String path(String text, Placeholders placeholders) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("must begin with /");
    }
    placeholders.apply(text);
    PATH.apply(Placeholders.without(text));
    return text;
  }
}
