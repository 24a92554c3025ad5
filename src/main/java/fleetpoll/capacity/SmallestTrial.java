package fleetpoll.capacity;

import fleetpoll.figure.Numbers;
import fleetpoll.figure.Statistic;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.ServiceLevel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the smallest trial of a search is large enough to say something.
 *
 * @param largest plan of the largest trial, of which each device does the same
 * @param from devices of the smallest trial
 */
record SmallestTrial(Plan largest, int from) {

  /**
   * Why it says too little, a sentence each.
   *
   * @param levels for which the search is made
   * @param leastTicks from how many ticks of a run on a generator is judged
   */
  List<String> obstacles(List<ServiceLevel> levels, long leastTicks) {
    Optional<String> generator =
        tooFew(
            "ticks",
            largest.ticks(),
            leastTicks,
            "with fewer than %s (validity.ticks) the generator is not judged, and what it did could"
                    .formatted(Numbers.count(leastTicks))
                + " count against the server");
    return Stream.concat(generator.stream(), levels.stream().flatMap(l -> level(l).stream()))
        .toList();
  }

  /** A percentile of too few polls would not be judged. */
  private Optional<String> level(ServiceLevel level) {
    if (level.endpoint().isEmpty() || level.figure().statistic().isEmpty()) {
      return Optional.empty();
    }
    Statistic statistic = level.figure().statistic().get();
    String endpoint = level.endpoint().get();
    return tooFew(
        "polls of " + endpoint,
        largest.endpoints().stream()
            .filter(planned -> planned.name().equals(endpoint))
            .mapToLong(Plan.Endpoint::polls)
            .sum(),
        statistic.leastPolls(),
        "%s is judged only with %s, as a %s of fewer says too little"
            .formatted(level.key(), Numbers.count(statistic.leastPolls()), statistic.word()));
  }

  private Optional<String> tooFew(String what, long ofLargest, long least, String why) {
    long planned = ofLargest * from / largest.devices();
    if (planned >= least) {
      return Optional.empty();
    }
    String raise =
        ofLargest == 0
            ? "raise capacity.trial"
            : "raise capacity.from to %s, or capacity.trial"
                .formatted(Numbers.count((least * largest.devices() + ofLargest - 1) / ofLargest));
    return Optional.of(
        "capacity.from: a trial of %s has %s %s, and %s: %s"
            .formatted(Numbers.counted(from, "device"), Numbers.count(planned), what, why, raise));
  }
}
