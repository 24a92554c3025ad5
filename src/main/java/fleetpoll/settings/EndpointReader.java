package fleetpoll.settings;

import fleetpoll.config.Choice;
import fleetpoll.config.InputFiles;
import fleetpoll.config.Placeholders;
import fleetpoll.config.Problems;
import fleetpoll.config.Reader;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import fleetpoll.config.UnknownKeys;
import fleetpoll.config.WholeNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads one endpoint.
 *
 * @param method of endpoints that have none of their own; empty when it is a problem already
 * @param status likewise
 */
record EndpointReader(
    Optional<String> method,
    Optional<Integer> status,
    Placeholders placeholders,
    InputFiles files,
    Problems problems) {

  private static final Choice METHOD =
      Choice.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Function<String, Integer> STATUS =
      new WholeNumber(100, 599).andThen(Math::toIntExact);
  private static final WholeNumber BYTES = new WholeNumber(0, Integer.MAX_VALUE);
  private static final WholeNumber EVERY = new WholeNumber(1, Share.MAX_DENOMINATOR);
  private static final Set<String> RESERVED = Set.of("success", "missed", "server");
  private static final TextPattern PATH =
      TextPattern.of("[^\\s\\p{Cntrl}?#]*", "must hold no space, ? or # but in #{name}");

  /** Reads {@code endpoint { }}, which every endpoint falls back on. */
  static EndpointReader of(
      Reader reader, Placeholders placeholders, InputFiles files, Problems problems) {
    return new EndpointReader(
        reader.required("endpoint.method", METHOD),
        reader.required("endpoint.status", STATUS),
        placeholders,
        files,
        problems);
  }

  /**
   * Reads an endpoint; empty when anything is wrong so far.
   *
   * @param mixed its share by the mix
   */
  Optional<EndpointSettings> read(Setting endpoint, Optional<Share> mixed) {
    if (endpoint.names().isEmpty()) {
      problems.add(endpoint, "must be an endpoint such as { name = A, path = /hello }");
      return Optional.empty();
    }
    Reader reader = Reader.of(endpoint, problems);
    var name = reader.required("name", EndpointReader::name);
    var ownMethod = reader.optional("method", METHOD);
    var path = reader.required("path", this::path);
    var query = reader.map("query", TextPattern.NOT_EMPTY, placeholders);
    var headers =
        reader.map("headers", TextPattern.TOKEN, TextPattern.NO_CONTROL.andThen(placeholders));
    var body = reader.optional("body", written -> placeholders.apply(files.read(written)));
    var ownStatus = reader.optional("status", STATUS);
    var bytes = reader.optional("bytes", BYTES).map(OptionalLong::of).orElse(OptionalLong.empty());
    var share = share(reader).or(() -> mixed).orElse(Share.EVERY_TICK);
    UnknownKeys.check(endpoint, reader.asked(), problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EndpointSettings(
            name.orElseThrow(),
            ownMethod.or(() -> method).orElseThrow(),
            path.orElseThrow(),
            query,
            headers,
            body,
            ownStatus.or(() -> status).orElseThrow(),
            bytes,
            share));
  }

  private Optional<Share> share(Reader reader) {
    Optional<Share> share = reader.optional("share", Share::parse);
    Optional<Share> every = reader.optional("every", EVERY.andThen(Share::every));
    reader
        .optional("every")
        .filter(setting -> reader.optional("share").isPresent())
        .ifPresent(setting -> problems.add(setting, "must not stand beside a share; keep one"));
    return share.or(() -> every);
  }

  private static String name(String text) {
    if (RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("must not be success, missed or server");
    }
    return TextPattern.NAME.apply(text);
  }

  private String path(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("must begin with /");
    }
    placeholders.apply(text);
    PATH.apply(Placeholders.without(text));
    return text;
  }
}
