package fleetpoll.settings.answer;

import fleetpoll.config.Checked;
import fleetpoll.config.Choice;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.config.WholeNumber;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** The keys of an endpoint that say which answer is a success. */
public final class AnswerKeys {

  /** Reads a body's length. */
  public static final WholeNumber BYTES = new WholeNumber(0, Integer.MAX_VALUE);

  private static final String HEAD = "HEAD";
  private static final Set<String> CONDITIONAL_METHODS = Set.of("GET", HEAD);
  private static final Set<String> OWN_HEADERS = Set.of("if-none-match", "if-modified-since");

  private final Key<Statuses> status;
  private final Key<Long> bytes;
  private final Key<CheckSettings> check;
  private final Key<Boolean> conditional;

  /** Adds them to an endpoint's other keys. */
  public AnswerKeys(Keys endpoint) {
    this(endpoint, endpoint);
  }

  /** Adds those of a login, of whose answer only the status matters and what it saves. */
  public static AnswerKeys ofLogin(Keys login) {
    return new AnswerKeys(login, new Keys());
  }

  /**
   * @param any keys of any request
   * @param endpoint keys of an endpoint alone
   */
  private AnswerKeys(Keys any, Keys endpoint) {
    status = any.add(Statuses.key("status").optional());
    bytes = endpoint.add(Key.of("bytes", BYTES).optional());
    check = endpoint.add(Key.ofObject("check", CheckKeys::read).optional());
    conditional = endpoint.add(Key.of("conditional", Choice.FLAG).optional());
  }

  /**
   * Refuses what does not fit to the request.
   *
   * @param method of the endpoint; empty if that is wrong
   * @param headers as they are written
   */
  public void check(
      Checked endpoint, Optional<String> method, Map<String, Setting> headers, Problems problems) {
    if (method.filter(HEAD::equals).isPresent()) {
      endpoint
          .findWritten(check)
          .ifPresent(
              written ->
                  problems.add(
                      written.key(),
                      written.origin(),
                      "must not be given if method is HEAD, whose answers have no body"));
      if (bytes(endpoint) != 0) {
        problems.add(
            endpoint.written(bytes), "must be 0 if method is HEAD, whose answers have no body");
      }
    }
    if (!endpoint.find(conditional).orElse(false)) {
      return;
    }
    if (method.filter(known -> !CONDITIONAL_METHODS.contains(known)).isPresent()) {
      problems.add(endpoint.written(conditional), "must be false unless method is GET or HEAD");
    }
    headers.forEach(
        (name, written) -> {
          if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            problems.add(
                written.key(),
                written.origin(),
                "must not be given if conditional is true: the device sends its own");
          }
        });
  }

  /**
   * Lets somebody who knows JSONPath check the paths.
   *
   * @param paths throws {@link IllegalArgumentException} saying what is wrong
   */
  public void checkPaths(Checked endpoint, Consumer<String> paths, Problems problems) {
    endpoint
        .findWritten(check)
        .ifPresent(written -> CheckKeys.checkPaths(written, paths, problems));
  }

  /** The expected length of the body; 0 if any is right. */
  public long bytes(Checked endpoint) {
    return endpoint.find(bytes).orElse(0L);
  }

  /**
   * What the endpoint expects; only when there are no problems.
   *
   * @param usual the status codes if it names none
   */
  public AnswerSettings settings(Checked endpoint, Statuses usual) {
    return new AnswerSettings(
        endpoint.find(status).orElse(usual),
        endpoint.find(bytes).map(OptionalLong::of).orElse(OptionalLong.empty()),
        endpoint.find(check),
        endpoint.find(conditional).orElse(false));
  }

  /** The meaning of its keys, equal for all ways to write them. */
  public Map<String, Object> meaning(Checked endpoint) {
    Map<String, Object> meaning = new HashMap<>();
    endpoint.find(status).ifPresent(codes -> meaning.put(status.name(), codes));
    endpoint.find(bytes).ifPresent(length -> meaning.put(bytes.name(), length));
    endpoint.find(check).ifPresent(it -> meaning.put(check.name(), CheckKeys.meaning(it)));
    endpoint
        .find(conditional)
        .filter(Boolean::booleanValue)
        .ifPresent(flag -> meaning.put(conditional.name(), flag));
    return meaning;
  }
}
