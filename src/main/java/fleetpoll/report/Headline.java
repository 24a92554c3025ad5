package fleetpoll.report;

import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A run in one or two sentences. */
final class Headline {

  private Headline() {}

  /** Never claims more than the run holds: 100 % only where no poll failed. */
  static String of(Run run) {
    FleetTotals totals = FleetTotals.of(run);
    List<String> sentences = new ArrayList<>();
    if (run.interrupted()) {
      sentences.add("Interrupted after " + Durations.rounded(duration(run)) + ".");
    }
    sentences.add(ledger(run.devices().size(), totals));
    if (totals.ok() > 0) {
      sentences.add(percentiles(run));
    }
    return String.join(" ", sentences);
  }

  /** From the measured window's start to the end of the last poll. */
  static Duration duration(Run run) {
    Duration duration = Duration.between(run.start(), run.end());
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  private static String ledger(int devices, FleetTotals totals) {
    String planned =
        "%s %s planned ".formatted(Figures.count(devices), devices == 1 ? "device" : "devices");
    if (totals.planned() == 0 && totals.sent() == 0) {
      return planned + "no polls: none came due before the end.";
    }
    String polls =
        planned + Figures.count(totals.planned()) + (totals.planned() == 1 ? " poll" : " polls");
    if (totals.sent() == 0) {
      return "%s, and not one was sent: %s missed."
          .formatted(polls, Figures.count(totals.missed()));
    }
    return "%s; %s %s sent, %s missed; %s."
        .formatted(
            polls,
            Figures.count(totals.sent()),
            totals.sent() == 1 ? "was" : "were",
            Figures.count(totals.missed()),
            success(totals));
  }

  private static String success(FleetTotals totals) {
    return totals.ok() == 0
        ? "all of those sent failed"
        : Figures.percent(totals.ok(), totals.sent()) + " % of those sent succeeded";
  }

  private static String percentiles(Run run) {
    String known =
        run.endpoints().stream()
            .filter(e -> e.service().p99Ms() != null)
            .map(e -> "of %s %s ms".formatted(e.name(), Figures.brief(e.service().p99Ms())))
            .collect(Collectors.joining(", "));
    String silent =
        run.endpoints().stream()
            .filter(e -> e.sent() > 0 && e.ok() == 0)
            .map(EndpointTotals::name)
            .collect(Collectors.joining(" and "));
    String failures = silent.isEmpty() ? "" : " No poll of %s succeeded.".formatted(silent);
    return "p99 service time %s.%s".formatted(known, failures);
  }
}
