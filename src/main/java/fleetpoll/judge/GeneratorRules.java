package fleetpoll.judge;

import fleetpoll.run.Check;
import fleetpoll.run.Latency;
import fleetpoll.run.Run;
import fleetpoll.settings.ValidityLimits;
import fleetpoll.text.Sentence;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Judges whether the generators of a run were good enough that several of them made together: each
 * must be, and so must be what they came to together.
 */
public final class GeneratorRules {

  /** A machine's figures cannot be added up or averaged: the worst machine's counts. */
  private static final Set<String> OF_EACH =
      Set.of("validity.stall", "validity.cpu", "validity.gc-pause");

  /** From the best to the worst. */
  private static final Comparator<Check> BY_HARM =
      Comparator.comparing(Check::status)
          .thenComparing(
              Comparator.comparing(
                  GeneratorRules::excess, Comparator.nullsFirst(Comparator.naturalOrder())));

  private GeneratorRules() {}

  /**
   * One of the generators.
   *
   * @param name in words, such as {@code shard 2 of 4}
   * @param run what its devices came to
   * @param lateness of all polls that it sent
   */
  public record Generator(String name, Run run, Latency lateness) {}

  /**
   * The rules, each with the figure that speaks against the run the most: that of all together, or
   * a generator's that is worse, with its name.
   *
   * @param whole the evidence about all together
   */
  public static List<Check> of(ValidityLimits limits, Evidence whole, List<Generator> generators) {
    Map<String, Check> together = byKey(new ValidityRules(limits, whole).checks());
    Map<String, Check> alone = new LinkedHashMap<>();
    for (Generator generator : generators) {
      Evidence own = evidence(generator, whole.ticks());
      for (Check check : new ValidityRules(limits, own).checks()) {
        alone.merge(check.key(), named(check, generator), BinaryOperator.maxBy(BY_HARM));
      }
    }
    alone.replaceAll((key, worst) -> worst(together.getOrDefault(key, worst), worst));
    return List.copyOf(alone.values());
  }

  private static Map<String, Check> byKey(List<Check> checks) {
    return checks.stream().collect(Collectors.toMap(Check::key, Function.identity()));
  }

  /** How many ticks are enough is a question to all generators together. */
  private static Evidence evidence(Generator generator, long ticks) {
    return new Evidence(
        generator.run, generator.run.due().scheduled(), ticks, generator.lateness, List.of());
  }

  private static Check named(Check check, Generator generator) {
    return new Check(
        check.key(),
        "%s (%s)".formatted(check.text(), generator.name),
        check.atLeast(),
        check.limit(),
        check.measured(),
        check.unit(),
        check.status(),
        check.note() == null
            ? null
            : "%s: %s".formatted(Sentence.begin(generator.name), check.note()));
  }

  private static Check worst(Check together, Check alone) {
    boolean isBroken = alone.status().compareTo(together.status()) > 0;
    return OF_EACH.contains(together.key()) || isBroken ? alone : together;
  }

  /** By how much the figure is worse than its limit, or less so if negative; null if unknown. */
  private static Double excess(Check check) {
    if (check.measured() == null) {
      return null;
    }
    double more = check.measured() - check.limit();
    return check.atLeast() ? -more : more;
  }
}
