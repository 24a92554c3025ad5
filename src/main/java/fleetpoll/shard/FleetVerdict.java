package fleetpoll.shard;

import fleetpoll.figure.Unit;
import fleetpoll.judge.DeviceCounts;
import fleetpoll.judge.Evidence;
import fleetpoll.judge.GeneratorRules;
import fleetpoll.judge.Judge;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Judgement;
import fleetpoll.run.Latency;
import fleetpoll.run.Run;
import fleetpoll.run.Verdict;
import fleetpoll.settings.VerdictSettings;
import fleetpoll.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.AbstractHistogram;

/**
 * Judges a merged run: its levels by what all shards together came to, and its validity by each
 * shard's generator.
 *
 * @param sums have all histograms
 * @param devices of all shards that planned a poll
 */
record FleetVerdict(Shards shards, HistogramSums sums, List<DeviceCounts> devices) {

  private static final String LEVELS = "slo.";

  /**
   * The verdict.
   *
   * @param run what was merged, not yet judged
   */
  Verdict of(Run run) throws Unmergeable {
    VerdictSettings settings = shards.limits();
    Evidence evidence = Evidence.of(run, lateness(run.endpoints(), sums.lateness()), devices);
    List<Check> rules = new ArrayList<>(missing());
    rules.addAll(new Clocks(shards).checks(settings.validity().lateness()));
    List<Check> ofGenerators =
        GeneratorRules.of(
            settings.validity(),
            evidence,
            IntStream.range(0, shards.runs().size()).mapToObj(this::generator).toList());
    rules.addAll(others(ofGenerators));
    rules.addAll(ofGenerators);
    return Judge.judge(settings, evidence, List.of(), rules);
  }

  private GeneratorRules.Generator generator(int place) {
    ShardRun shard = shards.runs().get(place);
    return new GeneratorRules.Generator(shard.shard().words(), shard.run(), lateness(place));
  }

  /** The lateness of all polls that a shard sent, by its place among the runs. */
  Latency lateness(int place) {
    return lateness(shards.runs().get(place).run().endpoints(), sums.lateness(place));
  }

  private static Latency lateness(List<EndpointTotals> totals, AbstractHistogram micros) {
    Times times = new Times();
    totals.forEach(each -> times.add(each.lateness(), each.sent()));
    return times.of(micros);
  }

  private List<Check> missing() {
    return shards.lost().isEmpty()
        ? List.of()
        : List.of(
            Check.atMost(
                    "shard.missing",
                    "number of shards that are missing",
                    0,
                    (double) shards.first().shard().count() - shards.runs().size(),
                    Unit.COUNT,
                    Status.FAIL)
                .noted(Sentence.begin(String.join("; ", shards.lost())) + "."));
  }

  /** What a shard found wrong with itself that shows in no figure, such as a start too late. */
  private List<Check> others(List<Check> ofGenerators) {
    Set<String> known = ofGenerators.stream().map(Check::key).collect(Collectors.toSet());
    return shards.runs().stream().flatMap(shard -> others(shard, known)).toList();
  }

  private static Stream<Check> others(ShardRun shard, Set<String> known) {
    Verdict own = shard.run().verdict();
    List<Check> broken =
        own.validity().stream().filter(check -> check.status() == Status.FAIL).toList();
    if (broken.isEmpty() && own.judgement() == Judgement.INVALID) {
      return Stream.of(
          Check.atMost(
                  "shard.verdict",
                  "number of other reasons for which a shard was invalid",
                  0,
                  1.0,
                  Unit.COUNT,
                  Status.FAIL)
              .noted("%s is invalid: %s".formatted(shard.capitalized(), own.reason())));
    }
    return broken.stream()
        .filter(check -> !known.contains(check.key()) && !check.key().startsWith(LEVELS))
        .map(check -> check.noted("%s: %s".formatted(shard.capitalized(), check.sentence())));
  }
}
