package fleetpoll.report.plan;

import fleetpoll.figure.Numbers;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.answer.AnswerSettings;
import fleetpoll.settings.body.BodySettings;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Describes what a fleet is going to ask for, and what comes back. */
final class RequestsText {

  private RequestsText() {}

  /** How many of each endpoint, and what is special about them. */
  static String requests(Plan plan, FleetSettings settings) {
    return IntStream.range(0, plan.endpoints().size())
        .mapToObj(e -> requests(plan.endpoints().get(e), settings.endpoints().get(e)))
        .collect(Collectors.joining(", ", Numbers.count(plan.polls()) + ": ", ""));
  }

  private static String requests(Plan.Endpoint endpoint, EndpointSettings settings) {
    AnswerSettings answer = settings.answer();
    return endpoint.name()
        + " "
        + Numbers.count(endpoint.polls())
        + (settings.body().filter(BodySettings::isGzip).isPresent() ? " (sent as gzip)" : "")
        + (answer.isConditional() ? " (conditional)" : "")
        + (answer.check().isPresent() ? " (body checked)" : "");
  }

  /** The answers' bodies in a second, and what is not in that figure. */
  static String payload(Plan plan, FleetSettings settings) {
    String conditional = names(settings, AnswerSettings::isConditional);
    String unknown = names(settings, a -> a.bytes().isEmpty() && !a.isConditional());
    return "%s Mbit/s expected in answers%s%s"
        .formatted(
            Numbers.brief(plan.payloadBytesPerSecond() * 8 / 1e6),
            unknown.isEmpty() ? "" : ", and " + unknown + " of unknown size",
            conditional.isEmpty() ? "" : ", and " + conditional + " if it has changed");
  }

  private static String names(FleetSettings settings, Predicate<AnswerSettings> which) {
    return settings.endpoints().stream()
        .filter(endpoint -> which.test(endpoint.answer()))
        .map(EndpointSettings::name)
        .collect(Collectors.joining(", "));
  }
}
