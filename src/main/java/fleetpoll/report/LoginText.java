package fleetpoll.report;

import fleetpoll.figure.Numbers;
import fleetpoll.run.Logins;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.LoginSettings;
import java.util.stream.Stream;

/** Logins in words. */
final class LoginText {

  private LoginText() {}

  /** What they came to: a line of the summary. */
  static String of(Logins logins) {
    return "%s: %s sent, %s ok, %s ko, service p50 %s, p99 %s ms (in no level)"
        .formatted(
            LoginSettings.NAME,
            Numbers.count(logins.sent()),
            Numbers.count(logins.ok()),
            Numbers.count(logins.ko()),
            Numbers.measureOrNone(logins.service().p50Ms()),
            Numbers.measureOrNone(logins.service().p99Ms()));
  }

  /** What is going to happen: at most one entry of a plan. */
  static Stream<String> plan(LoginSettings login) {
    if (login.isNone()) {
      return Stream.empty();
    }
    String saved = String.join(", ", login.save().keySet());
    String renewed = login.renewOn().codes().isEmpty() ? "" : ", again on " + login.renewOn();
    String given = "the simulation gives " + String.join(", ", login.session());
    Stream<String> request =
        login.request().stream()
            .map(
                endpoint ->
                    request(endpoint) + renewed + (saved.isEmpty() ? "" : ", saves " + saved));
    Stream<String> session = login.session().isEmpty() ? Stream.empty() : Stream.of(given);
    return Stream.of(String.join("; ", Stream.concat(request, session).toList()));
  }

  private static String request(EndpointSettings endpoint) {
    return endpoint.method() + " " + endpoint.path() + " once a device before its first tick";
  }
}
