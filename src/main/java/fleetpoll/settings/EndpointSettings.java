package fleetpoll.settings;

import fleetpoll.settings.answer.AnswerSettings;
import fleetpoll.settings.body.BodySettings;
import java.util.Map;
import java.util.Optional;

/**
 * What a device requests, how often, and which answer counts as a success. Path, query values,
 * header values and a body of text may contain {@code #{device}}, {@code #{column}} of the
 * identities and what {@link fleetpoll.settings.body.PollValue} fills in each poll.
 *
 * @param name in reports and files; {@code [A-Za-z][A-Za-z0-9_-]*}, unique in the fleet in lower
 *     case
 * @param method upper case
 * @param path begins with {@code /}; follows the target's own path, if there is one
 * @param query parameters in the order of their lines; those of one line by name
 * @param headers in the order of their lines; those of one line by name
 * @param body of the requests; empty: they have none
 * @param answer which answer is a success
 * @param share polls per tick
 */
public record EndpointSettings(
    String name,
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Optional<BodySettings> body,
    AnswerSettings answer,
    Share share) {

  /** Whether devices also poll it in the warm-up: only a GET, which changes nothing. */
  public boolean isWarmedUp() {
    return method.equals("GET");
  }
}
