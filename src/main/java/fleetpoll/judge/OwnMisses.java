package fleetpoll.judge;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.EndpointTotals;
import fleetpoll.schedule.MissedCause;
import fleetpoll.settings.ServiceLevel;
import java.util.List;
import java.util.Optional;

/**
 * The planned polls that a level of missed polls is about.
 *
 * @param byGenerator missed because the generator was late or stood still
 */
record OwnMisses(long planned, long missed, long byGenerator) {

  /** Those of the fleet, of an endpoint or of the worst device; empty if there are none. */
  static Optional<OwnMisses> of(ServiceLevel level, Evidence evidence) {
    if (level.ofWorstDevice()) {
      return new WorstDevice(level)
          .missing(evidence.devices())
          .map(d -> new OwnMisses(d.planned(), d.planned() - d.sent(), d.missedByGenerator()));
    }
    List<EndpointTotals> polls = evidence.run().endpoints(level.endpoint().orElse(null));
    return Optional.of(
        new OwnMisses(
            polls.stream().mapToLong(EndpointTotals::planned).sum(),
            polls.stream().mapToLong(EndpointTotals::missed).sum(),
            polls.stream().mapToLong(each -> each.missed(MissedCause.GENERATOR)).sum()));
  }

  /** The generator's misses, if the level would be met without them. */
  Optional<Hindrance> of(Check failed) {
    Double others = Numbers.percentOf(missed - byGenerator, planned);
    if (others == null || others > failed.limit()) {
      return Optional.empty();
    }
    return Optional.of(
        new Hindrance(
            "share of planned polls that the generator itself missed",
            failed.measured() - failed.limit(),
            Numbers.percentOf(byGenerator, planned),
            Unit.PERCENT,
            "%s of %s %s the generator's: the level of %s cannot be judged (%s)."
                .formatted(
                    Numbers.count(byGenerator),
                    Numbers.counted(missed, "missed poll"),
                    byGenerator == 1 ? "was" : "were",
                    Unit.PERCENT.exactly(failed.limit()),
                    failed.key())));
  }
}
