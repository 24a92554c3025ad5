package fleetpoll.compare;

import fleetpoll.estimate.Estimate;
import fleetpoll.figure.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says in words what follows from a comparison. */
final class ComparisonWords {

  /** Claims of a single figure, in the order of the sentence. */
  private static final List<Claim> CLAIMS =
      List.of(
          Claim.BETTER,
          Claim.WORSE,
          Claim.EQUAL,
          Claim.INCONCLUSIVE,
          Claim.NO_RATIO,
          Claim.UNKNOWN);

  /** Claims that all figures of two servers share. */
  private static final Set<Claim> NO_CLAIM =
      Set.of(Claim.TOO_FEW_ROUNDS, Claim.LOST_ROUND, Claim.NOT_INTERLEAVED);

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
        .map(name -> what + " Compared with " + name + ", round by round.")
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

  private record Named(String figure, Contrast contrast) {

    String text() {
      return contrast.claim().isDifference()
          ? "%s (%s)".formatted(figure, ContrastText.withUnit(contrast))
          : figure;
    }
  }

  private static String sentence(Comparison comparison, String target, String reference) {
    List<Named> figures =
        comparison.figures().stream()
            .filter(FigureText::isShort)
            .map(figure -> new Named(figure.text(), contrast(figure, target)))
            .filter(named -> named.contrast != null)
            .toList();
    String beginning = "%s against %s: ".formatted(target, reference);
    Optional<String> obstacle =
        figures.stream()
            .map(Named::contrast)
            .filter(contrast -> NO_CLAIM.contains(contrast.claim()))
            .map(contrast -> obstacle(comparison, contrast, target, reference))
            .findFirst();
    if (obstacle.isPresent()) {
      return beginning + "no claim; " + obstacle.get() + ".";
    }
    List<String> parts = new ArrayList<>();
    for (Claim claim : CLAIMS) {
      List<String> names =
          figures.stream()
              .filter(named -> named.contrast.claim() == claim)
              .map(Named::text)
              .toList();
      if (!names.isEmpty()) {
        parts.add(claim.text() + " in " + String.join(", ", names));
      }
    }
    return beginning + String.join("; ", parts) + ".";
  }

  /** The same for all figures of two servers. */
  private static String obstacle(
      Comparison comparison, Contrast contrast, String target, String reference) {
    return switch (contrast.claim()) {
      case LOST_ROUND ->
          contrast.why() + ", and to leave a round out would choose the rounds by their outcome";
      case NOT_INTERLEAVED -> contrast.why();
      default -> tooFew(comparison, target, reference);
    };
  }

  private static String tooFew(Comparison comparison, String target, String reference) {
    long pairs =
        Stream.iterate(1, round -> round <= comparison.rounds(), round -> round + 1)
            .filter(round -> isValid(comparison, target, round))
            .filter(round -> isValid(comparison, reference, round))
            .count();
    return "%s valid runs of both, and a claim takes %s"
        .formatted(
            pairs == 0
                ? "no round has"
                : Numbers.counted(pairs, "round") + (pairs == 1 ? " has" : " have"),
            Estimate.LEAST_ROUNDS);
  }

  private static boolean isValid(Comparison comparison, String target, int round) {
    return comparison.run(target, round).filter(run -> run.isValid()).isPresent();
  }

  private static Contrast contrast(FigureComparison figure, String target) {
    return figure.targets().stream()
        .filter(t -> t.target().equals(target))
        .map(t -> t.contrast())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
