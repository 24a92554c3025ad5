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

  private final Keys all;
  private final Key<String> name = Key.of("name", EndpointKeys::name);
  private final Key<String> method;
  private final Key<String> path;
  private final Key<Map<String, String>> query;
  private final Key<Map<String, String>> headers;
  private final BodyKeys body;
  private final AnswerKeys answer;
  private final Key<Share> share = Key.of("share", Share::parse).optional();
  private final Key<Share> every = Key.of("every", EVERY.andThen(Share::every)).optional();
  private final String fixedName;

  /**
   * @param ofDevice placeholders of a device that the texts may contain
   * @param files contains the bodies
   */
  EndpointKeys(Placeholders ofDevice, InputFiles files) {
    this(new Keys(), null, ofDevice, files);
    all.add(name);
    all.add(share);
    all.add(every);
  }

  /**
   * The same for a login, which has neither a name nor a share of its own.
   *
   * @param further its other keys, to which these are added
   */
  static EndpointKeys ofLogin(Keys further, Placeholders ofDevice, InputFiles files) {
    return new EndpointKeys(further, LoginSettings.NAME, ofDevice, files);
  }

  private EndpointKeys(Keys all, String fixedName, Placeholders ofDevice, InputFiles files) {
    Placeholders placeholders = ofDevice.with(PollValue.ALL);
    this.all = all;
    this.fixedName = fixedName;
    method = all.add(Key.of("method", METHOD).optional());
    path = all.add(Key.of("path", text -> path(text, placeholders)));
    query = all.add(Key.ofMap("query", TextPattern.NOT_EMPTY, placeholders));
    headers =
        all.add(
            Key.ofMap("headers", TextPattern.TOKEN, TextPattern.NO_CONTROL.andThen(placeholders)));
    body = new BodyKeys(all, placeholders, files);
    answer = fixedName == null ? new AnswerKeys(all) : AnswerKeys.ofLogin(all);
  }

  Checked check(Setting endpoint, Checked fleet, Problems problems) {
    Checked values = all.check(endpoint, form(), problems);
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

  private String form() {
    return fixedName == null
        ? "must be an endpoint such as { name = A, path = /hello }"
        : "must be an object such as { path = /login }";
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
        endpoint.find(name).orElse(fixedName),
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

  /** The meaning of an endpoint's entry, equal for all ways to write it; its body is a hash. */
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
