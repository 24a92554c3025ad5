package fleetpoll.report;

import fleetpoll.figure.Unit;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Event;
import fleetpoll.run.Run;
import fleetpoll.run.Usage;
import java.util.List;

/** Says for how long the generator stood still, and how many polls that touched. */
final class StallText {

  private StallText() {}

  /** A sentence; null if it is not known, as of a run that an earlier Fleetpoll stored. */
  static String of(Run run) {
    Usage generator = run.resources().generator();
    if (generator == null || generator.stallMsTotal() == null) {
      return null;
    }
    return generator.stallMsTotal() == 0
        ? "The generator had no stall of 10 ms or more."
        : "The generator stood still for %s in all and at most %s at once. The time of %s contained a stall."
            .formatted(
                Unit.MILLIS.exactly(generator.stallMsTotal()),
                Unit.MILLIS.exactly(generator.stallMsLongest()),
                polls(run));
  }

  /** The stalls that began in the measured window and are long enough to be events, in order. */
  static List<Event> longer(Run run) {
    return run.events().stream()
        .filter(event -> event.kind().equals(Event.OF_STALL) && event.tS() >= 0)
        .toList();
  }

  private static String polls(Run run) {
    long stalled =
        run.endpoints().stream()
            .map(EndpointTotals::stalled)
            .filter(known -> known != null)
            .mapToLong(Long::longValue)
            .sum();
    return stalled == 1 ? "1 poll" : Unit.COUNT.exactly(stalled) + " polls";
  }
}
