package fleetpoll.capacity;

import fleetpoll.capacity.SizeSummary.BrokenLevel;
import fleetpoll.figure.Numbers;
import fleetpoll.run.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the trials of one target also say, in a sentence each. */
final class FindingWords {

  private FindingWords() {}

  /** In the order of what matters most. */
  static List<String> of(TargetFinding finding, List<CapacityTrial> trials) {
    List<SizeSummary> sizes = SizeSummary.of(trials);
    List<String> words = new ArrayList<>();
    if (finding.note() != null) {
      words.add(finding.note());
    }
    upper(finding, sizes).ifPresent(words::add);
    lower(finding, sizes).ifPresent(words::add);
    contradiction(finding, sizes).ifPresent(words::add);
    GeneratorLimit.sentence(trials).ifPresent(words::add);
    if (sizes.stream().anyMatch(size -> size.valid() > 0)) {
      words.add(knee(sizes));
      words.add(CpuBound.sentence(sizes));
    }
    versions(trials).ifPresent(words::add);
    return words;
  }

  /** What the server consisted of; trials may differ in it if it was changed meanwhile. */
  private static Optional<String> versions(List<CapacityTrial> trials) {
    return trials.stream()
        .map(CapacityTrial::server)
        .filter(Objects::nonNull)
        .map(names -> String.join(", ", names))
        .distinct()
        .reduce((one, other) -> one + "; in another trial " + other)
        .map("The server's versions: %s."::formatted);
  }

  /** Which level broke first, at the upper bound, and in how many trials. */
  static Optional<String> upper(TargetFinding finding, List<SizeSummary> sizes) {
    return SizeSummary.at(finding.upper(), sizes)
        .map(
            size ->
                "At %s %s of %s failed: %s."
                    .formatted(
                        Numbers.counted(size.devices(), "device"),
                        Numbers.count(size.failed()),
                        Numbers.counted(size.valid(), "trial"),
                        size.broken().stream()
                            .map(FindingWords::level)
                            .collect(Collectors.joining("; "))));
  }

  private static String level(BrokenLevel level) {
    Check worst = level.worst();
    return "in %s the %s was %s%s, and %s"
        .formatted(
            level.trials(),
            worst.text(),
            level.trials() > 1 ? "at worst " : "",
            worst.measuredText(),
            worst.askedText());
  }

  private static Optional<String> lower(TargetFinding finding, List<SizeSummary> sizes) {
    return SizeSummary.at(finding.lower(), sizes)
        .map(
            size ->
                "At %s %s of %s held%s."
                    .formatted(
                        Numbers.counted(size.devices(), "device"),
                        Numbers.count(size.held()),
                        Numbers.counted(size.valid(), "trial"),
                        doubted(size)));
  }

  private static String doubted(SizeSummary size) {
    String keys =
        size.trials().stream()
            .flatMap(trial -> trial.doubted().stream())
            .map(Check::key)
            .distinct()
            .collect(Collectors.joining(", "));
    return keys.isEmpty() ? "" : ", as far as could be judged: %s could not be".formatted(keys);
  }

  /** Outcomes near the limit may contradict each other; the bounds follow from the smaller size. */
  private static Optional<String> contradiction(TargetFinding finding, List<SizeSummary> sizes) {
    String held =
        sizes.stream()
            .filter(size -> finding.upper() != null && size.devices() > finding.upper())
            .filter(size -> size.held() > 0)
            .map(size -> Numbers.count(size.devices()))
            .collect(Collectors.joining(", "));
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Trials also held above the upper bound, at %s: the claim counts only what is below the smallest size that fails."
                .formatted(held));
  }

  private static String knee(List<SizeSummary> sizes) {
    return Knee.of(sizes)
        .map(Knee::sentence)
        .orElse(
            Knee.isKnown(sizes)
                ? "No knee shows: at the largest size no response p99 is above twice that of the"
                    + " smallest."
                : "Whether there is a knee is not known: fewer than two sizes have polls enough for"
                    + " a response p99 of each endpoint.");
  }
}
