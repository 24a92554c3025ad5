package fleetpoll.capacity;

import fleetpoll.figure.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which of several targets carries more. Two differ only if their bounds do not overlap: then the
 * one carries at least as much as its lower bound, and the other less than its upper one.
 */
final class CapacityContrast {

  private CapacityContrast() {}

  /** A sentence for each target but the last, of those that carry less, or about which none. */
  static List<String> sentences(List<TargetFinding> findings) {
    List<TargetFinding> ordered =
        findings.stream()
            .sorted(
                Comparator.comparing(
                        TargetFinding::lower,
                        Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))
                    .reversed())
            .toList();
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < ordered.size() - 1; i++) {
      sentences.add(sentence(ordered.get(i), ordered.subList(i + 1, ordered.size())));
    }
    return sentences;
  }

  private static String sentence(TargetFinding one, List<TargetFinding> others) {
    List<String> parts = new ArrayList<>();
    String more =
        others.stream()
            .filter(other -> carriesMore(one, other))
            .map(
                other ->
                    "%s (at least %s times as many)".formatted(other.target(), times(one, other)))
            .collect(Collectors.joining(", "));
    if (!more.isEmpty()) {
      parts.add("more devices than " + more);
    }
    String unknown =
        others.stream()
            .filter(other -> isUnknown(one) || isUnknown(other))
            .map(TargetFinding::target)
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      parts.add("no claim against %s, as there are no bounds of both".formatted(unknown));
    }
    String open =
        others.stream()
            .filter(other -> !isUnknown(one) && !isUnknown(other))
            .filter(other -> !carriesMore(one, other))
            .map(TargetFinding::target)
            .collect(Collectors.joining(", "));
    if (!open.isEmpty()) {
      parts.add("no claim against %s, as the bounds overlap".formatted(open));
    }
    return "%s: %s.".formatted(one.target(), String.join("; ", parts));
  }

  private static boolean isUnknown(TargetFinding finding) {
    return finding.lower() == null && finding.upper() == null;
  }

  /** Whether the bounds allow to claim that one carries more than the other. */
  static boolean carriesMore(TargetFinding one, TargetFinding other) {
    return one.lower() != null && other.upper() != null && one.lower() >= other.upper();
  }

  /** How many times as many for certain: rounded down. */
  private static String times(TargetFinding one, TargetFinding other) {
    double ratio = (double) one.lower() / other.upper();
    // From 100 on a number is written without decimals, and would be rounded up.
    int decimals = ratio < 100 ? 1 : 0;
    return Numbers.brief(
        BigDecimal.valueOf(ratio).setScale(decimals, RoundingMode.DOWN).doubleValue());
  }
}
