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

  private static final String OWN = "share of planned polls that the generator itself missed";

  /** Those of the fleet, of an endpoint or of the worst device; empty if there are none. */
  static Optional<OwnMisses> of(ServiceLevel level, Evidence evidence) {
    if (level.ofWorstDevice()) {
      return new WorstDevice(level)
          .missing(evidence.devices())
          .map(d -> new OwnMisses(d.planned(), d.planned() - d.sent(), d.missedByGenerator()));
    }
    return Optional.of(together(level, evidence));
  }

  /** Those of the fleet or of an endpoint, of any device. */
  static OwnMisses together(ServiceLevel level, Evidence evidence) {
    List<EndpointTotals> polls = evidence.run().endpoints(level.endpoint().orElse(null));
    return new OwnMisses(
        polls.stream().mapToLong(EndpointTotals::planned).sum(),
        polls.stream().mapToLong(EndpointTotals::missed).sum(),
        polls.stream().mapToLong(each -> each.missed(MissedCause.GENERATOR)).sum());
  }

  /** The generator's misses, if there is no other poll: then there is nothing to measure. */
  Optional<Hindrance> ofAll(Check failed) {
    return planned == 0 || byGenerator < planned
        ? Optional.empty()
        : Optional.of(
            new Hindrance(
                OWN,
                0,
                100,
                Unit.PERCENT,
                "The generator missed all %s: %s cannot be judged."
                    .formatted(Numbers.counted(planned, "planned poll"), failed.key())));
  }

  /** The generator's misses, if the level would be met without them. */
  Optional<Hindrance> of(Check failed) {
    Double others = Numbers.percentOf(missed - byGenerator, planned);
    if (others == null || others > failed.limit()) {
      return Optional.empty();
    }
    return Optional.of(
        new Hindrance(
            OWN,
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
