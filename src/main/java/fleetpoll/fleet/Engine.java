package fleetpoll.fleet;

import fleetpoll.http.AnswerLimits;
import fleetpoll.http.Expectation;
import fleetpoll.http.Habits;
import fleetpoll.http.LookUps;
import fleetpoll.http.Tls;
import fleetpoll.settings.answer.CheckSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The HTTP settings that all devices of a fleet share.
 *
 * @param target the URL to which the endpoints' paths are appended
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
    String userAgent,
    LookUps lookUps,
    Optional<Tls> tls,
    AnswerLimits limits,
    Function<CheckSettings, Expectation.ContentCheck> checks,
    Function<Map<String, String>, Expectation.BodyValues> saves,
    Habits habits) {}
