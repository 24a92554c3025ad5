package fleetpoll.compare;

import fleetpoll.figure.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Says in words what follows from a comparison. */
final class ComparisonWords {

  private ComparisonWords() {}

  /** Says what was compared with what. */
  static String headline(Comparison comparison) {
    String what =
        "%s, %s%s against %s."
            .formatted(
                Numbers.counted(comparison.targets().size(), "server"),
                Numbers.counted(comparison.rounds(), "round"),
                comparison.differences().isEmpty() ? " of the same fleet" : "",
                comparison.targets().size() == 1 ? "it" : "each");
    if (comparison.targets().size() == 1) {
      return what + " There is nothing to compare it with; the figures show how its runs vary.";
    }
    return comparison
        .reference()
        .map(name -> what + " Ratios are to " + name + ", round by round.")
        .orElse(what + " No run is valid, so nothing is compared.");
  }

  /** A sentence about each server but the reference, from the figures of the short tables. */
  static List<String> against(Comparison comparison) {
    return comparison.reference().stream()
        .flatMap(
            reference ->
                comparison.targets().stream()
                    .filter(target -> !target.equals(reference))
                    .map(target -> sentence(comparison, target, reference)))
        .toList();
  }

  private record Named(String figure, Ratio ratio) {

    String withMean() {
      Estimate estimate = ratio.estimate();
      return "%s (%s times)".formatted(figure, RatioText.of(estimate.mean()));
    }
  }

  private static String sentence(Comparison comparison, String target, String reference) {
    List<Named> figures =
        comparison.figures().stream()
            .filter(FigureText::isShort)
            .map(figure -> new Named(figure.text(), ratio(figure, target)))
            .filter(named -> named.ratio != null)
            .toList();
    String beginning = "%s against %s: ".formatted(target, reference);
    if (figures.stream().allMatch(named -> named.ratio.claim() == Claim.TOO_FEW_ROUNDS)) {
      return beginning + tooFew(comparison, target, reference);
    }
    List<String> parts = new ArrayList<>();
    for (Claim claim : List.of(Claim.BETTER, Claim.WORSE, Claim.INCONCLUSIVE, Claim.NO_RATIO)) {
      List<String> names =
          figures.stream()
              .filter(named -> named.ratio.claim() == claim)
              .map(
                  named ->
                      named.ratio.estimate() == null || claim == Claim.INCONCLUSIVE
                          ? named.figure
                          : named.withMean())
              .toList();
      if (!names.isEmpty()) {
        parts.add(claim.text() + " in " + String.join(", ", names));
      }
    }
    return beginning + String.join("; ", parts) + ".";
  }

  private static String tooFew(Comparison comparison, String target, String reference) {
    long pairs =
        Stream.iterate(1, round -> round <= comparison.rounds(), round -> round + 1)
            .filter(round -> isValid(comparison, target, round))
            .filter(round -> isValid(comparison, reference, round))
            .count();
    return "no claim; %s valid runs of both, and a claim takes %d."
        .formatted(
            pairs == 0
                ? "no round has"
                : Numbers.counted(pairs, "round") + (pairs == 1 ? " has" : " have"),
            Estimate.LEAST_ROUNDS);
  }

  private static boolean isValid(Comparison comparison, String target, int round) {
    return comparison.run(target, round).filter(run -> run.isValid()).isPresent();
  }

  private static Ratio ratio(FigureComparison figure, String target) {
    return figure.targets().stream()
        .filter(t -> t.target().equals(target))
        .map(t -> t.ratio())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
