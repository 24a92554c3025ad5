package fleetpoll.fleet;

import fleetpoll.http.AnswerLimits;
import fleetpoll.http.Expectation;
import fleetpoll.http.Habits;
import fleetpoll.http.LookUps;
import fleetpoll.http.Origin;
import fleetpoll.http.proxy.Proxy;
import fleetpoll.http.tls.Tls;
import fleetpoll.settings.answer.CheckSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The HTTP settings that all devices of a fleet share.
 *
 * @param target the URL to which the endpoints' paths are appended
 * @param proxy through which devices connect; empty: straight to the target
 * @param userAgent the header of that name
 * @param lookUps resolves names
 * @param tls for an https target
 * @param limits of an answer
 * @param checks makes the check of a body
 * @param saves takes values from a login's answer, by JSONPath
 * @param habits what a device does with cookies and redirects
 */
public record Engine(
    URI target,
    Optional<Proxy> proxy,
    String userAgent,
    LookUps lookUps,
    Optional<Tls> tls,
    AnswerLimits limits,
    Function<CheckSettings, Expectation.ContentCheck> checks,
    Function<Map<String, String>, Expectation.BodyValues> saves,
    Habits habits) {

  /** Where the target's connections lead. */
  public Origin origin() {
    return Origin.of(target).through(proxy.orElse(null));
  }
}
