package fleetpoll.report;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Event;
import fleetpoll.run.Missing;
import fleetpoll.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Warns, in a sentence each, of what makes a run's numbers less trustworthy. */
final class Cautions {

  private Cautions() {}

  static List<String> of(Run run, List<Missing> missing) {
    List<String> cautions = new ArrayList<>();
    if (run.interrupted()) {
      cautions.add("The run was interrupted: its numbers are those of the polls due by then.");
    }
    String unbalanced =
        run.endpoints().stream()
            .filter(endpoint -> !endpoint.balanced())
            .map(EndpointTotals::name)
            .collect(Collectors.joining(", "));
    if (!unbalanced.isEmpty()) {
      cautions.add(
          "The ledger does not balance for %s: at some device, planned is not sent + missed. "
                  .formatted(unbalanced)
              + "Do not trust these counts.");
    }
    run.events().stream()
        .filter(event -> event.kind().equals(Event.OF_BASELINE))
        .map(Event::text)
        .forEach(cautions::add);
    if (!run.measuresAllPlanned()) {
      cautions.add(
          "An earlier Fleetpoll stored this run: its response times are those of successes, and"
              + " polls that failed or were missed have none.");
    }
    if (isUnverified(run)) {
      cautions.add(
          "The servers' certificates were not verified (tls.verify = false): whoever answered may not"
              + " have been the target.");
    }
    missing.forEach(file -> cautions.add("Missing file " + file.text()));
    return cautions;
  }

  private static boolean isUnverified(Run run) {
    // A redirect may lead from http to https.
    boolean mayUseTls =
        run.target().toLowerCase(Locale.ROOT).startsWith("https:")
            || is(run, "client.follow-redirects", "true");
    return mayUseTls && is(run, "tls.verify", "false");
  }

  private static boolean is(Run run, String key, String value) {
    return run.parameters().stream()
        .anyMatch(parameter -> parameter.key().equals(key) && value.equals(parameter.value()));
  }
}
