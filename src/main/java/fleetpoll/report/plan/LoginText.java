package fleetpoll.report.plan;

import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.LoginSettings;
import java.util.stream.Stream;

/** Describes what a device does before it polls. */
final class LoginText {

  private LoginText() {}

  /** What is going to happen: at most one entry of a plan. */
  static Stream<String> of(LoginSettings login) {
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
