package fleetpoll.fleet;

import fleetpoll.http.Habits;
import fleetpoll.http.Limits;
import fleetpoll.http.LookUps;
import fleetpoll.http.Tls;
import java.net.URI;
import java.util.Optional;

/**
 * What all devices of a fleet speak HTTP with.
 *
 * @param target what the endpoints' paths are appended to
 * @param userAgent the header of that name
 * @param lookUps by which names are resolved
 * @param tls for an https target
 * @param limits of an answer
 * @param habits of a device
 */
public record Engine(
    URI target,
    String userAgent,
    LookUps lookUps,
    Optional<Tls> tls,
    Limits limits,
    Habits habits) {}
