package fleetpoll.compare;

import fleetpoll.estimate.Estimate;
import fleetpoll.figure.Numbers;
import fleetpoll.run.Run;
import fleetpoll.run.Versions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Warns, in a sentence each, of what makes a comparison less trustworthy. */
final class ComparisonCautions {

  private ComparisonCautions() {}

  /** What speaks against these runs; shown above the figures. */
  static List<String> of(Comparison comparison) {
    List<String> cautions = new ArrayList<>();
    comparison.differences().stream()
        .map(Difference::text)
        .forEach(text -> cautions.add("The runs do not have the same parameters. " + text + "."));
    addDamage(cautions, comparison);
    addVersions(cautions, comparison);
    addSources(cautions, comparison);
    addMeanings(cautions, comparison);
    comparison.runs().stream()
        .filter(run -> !run.isValid())
        .map(
            run ->
                "INVALID, and so struck out, without rank and no reference: %s. %s"
                    .formatted(run.label(), run.run().verdict().reason()))
        .forEach(cautions::add);
    String first = comparison.targets().get(0);
    comparison
        .reference()
        .filter(reference -> !reference.equals(first))
        .ifPresent(
            reference ->
                cautions.add(
                    "No run of %s is valid: the others are compared with %s."
                        .formatted(first, reference)));
    addMissing(cautions, comparison);
    addWithoutTurns(cautions, comparison);
    return cautions;
  }

  /** What limits any comparison of this kind; shown below the figures. */
  static List<String> caveats(Comparison comparison) {
    List<String> caveats = new ArrayList<>();
    addIncomplete(caveats, comparison);
    addFew(caveats, comparison);
    if (comparison.runs().stream().anyMatch(run -> run.run().resources().oneMachine())) {
      caveats.add(
          "Server and generator shared the cores of one machine: a server that takes more of them"
              + " leaves less to the generator, and the ratios hold for that sharing.");
    }
    addUnknown(caveats, comparison);
    addClaims(caveats, comparison);
    return caveats;
  }

  private static void addFew(List<String> caveats, Comparison comparison) {
    boolean few =
        comparison.figures().stream()
            .anyMatch(
                figure ->
                    comparison.targets().stream().anyMatch(t -> comparison.isOfFew(figure, t)));
    if (few) {
      caveats.add(
          FigureText.FEW
              + " marks a percentile p of fewer than 10/(1 - p) polls in some round: fewer than ten"
              + " polls are slower, so chance decides.");
    }
  }

  private static void addClaims(List<String> caveats, Comparison comparison) {
    if (comparison.targets().size() == 1) {
      return;
    }
    if (comparison.contrasts(null).anyMatch(contrast -> contrast.estimate() != null)) {
      caveats.add(
          "Each interval is a 95 % one by itself: of twenty that compare equals, at most one is"
              + " expected to claim a difference.");
    } else if (comparison.rounds() < Estimate.LEAST_ROUNDS) {
      caveats.add(
          "With fewer than %s rounds nothing is claimed: figures of the same server differ from run to run."
              .formatted(Estimate.LEAST_ROUNDS));
    }
    caveats.add(RunOrder.of(comparison).text());
  }

  private static void addWithoutTurns(List<String> cautions, Comparison comparison) {
    comparison.targets().stream()
        .flatMap(
            target ->
                comparison
                    .contrasts(target)
                    .filter(contrast -> contrast.claim() == Claim.NOT_INTERLEAVED)
                    .limit(1)
                    .map(
                        contrast ->
                            withoutTurns(contrast.why())
                                .formatted(comparison.reference().orElseThrow(), target)))
        .forEach(cautions::add);
  }

  private static String withoutTurns(String why) {
    return why.equals(Pairing.AT_ONCE)
        ? "Some runs of %s or %s were made at the same time as others of this comparison, which may"
            + " have taken time from them: nothing is claimed. A series with compare.rounds takes"
            + " turns."
        : "The runs of %s and %s did not take turns, so whatever changed on the machines in"
            + " the meantime would look like a difference of the servers: nothing is"
            + " claimed. A series with compare.rounds takes turns.";
  }

  private static void addDamage(List<String> cautions, Comparison comparison) {
    for (ComparedRun run : comparison.runs()) {
      run.damage()
          .forEach(
              damage ->
                  cautions.add(
                      "%s: %s. Its figures come from run.json, and no chart shows that file."
                          .formatted(run.label(), damage)));
    }
  }

  private static void addVersions(List<String> cautions, Comparison comparison) {
    Map<String, Function<Run, String>> versions = new LinkedHashMap<>();
    versions.put("Fleetpoll", run -> run.versions().fleetpoll());
    versions.put("Gatling", run -> run.versions().gatling());
    versions.put("JVM", run -> run.versions().jvm());
    versions.put("JVM flags", run -> flags(run.versions()));
    versions.put("operating system", run -> run.versions().os());
    versions.put(
        "processor",
        run -> Objects.requireNonNullElse(run.versions().processor(), "an unknown one"));
    versions.put("cores", run -> Numbers.brief(run.versions().cores()));
    versions.forEach(
        (name, version) ->
            unlike(name, comparison.runs().stream(), version).ifPresent(cautions::add));
  }

  private static Optional<String> unlike(
      String name, Stream<ComparedRun> runs, Function<Run, String> version) {
    Map<String, List<String>> labels =
        runs.collect(
            Collectors.groupingBy(
                run -> version.apply(run.run()),
                LinkedHashMap::new,
                Collectors.mapping(ComparedRun::label, Collectors.toList())));
    return labels.size() < 2
        ? Optional.empty()
        : Optional.of(
            "The runs were not made alike. %s.".formatted(new Difference(name, labels).text()));
  }

  /** In whatever order they were given. */
  private static String flags(Versions versions) {
    return versions.jvmFlags().isEmpty()
        ? "none or not stored"
        : versions.jvmFlags().stream().sorted().collect(Collectors.joining(" "));
  }

  /** Of runs whose server's figures are not known, another sentence says so. */
  private static void addSources(List<String> cautions, Comparison comparison) {
    Stream<ComparedRun> known =
        comparison.runs().stream()
            .filter(run -> ServerSource.of(run.run()) != ServerSource.NOTHING);
    unlike(ServerSource.NAME, known, run -> ServerSource.of(run).text())
        .map(text -> text + " Those of one are not compared with those of the other.")
        .ifPresent(cautions::add);
  }

  private static void addMeanings(List<String> cautions, Comparison comparison) {
    if (comparison.mixesResponses()) {
      cautions.add(
          "An earlier Fleetpoll stored "
              + comparison.runs().stream()
                  .filter(run -> !run.run().measuresAllPlanned())
                  .map(ComparedRun::label)
                  .collect(Collectors.joining("; "))
              + ": response times there are those of successes, and are not compared with those of"
              + " all planned polls.");
    }
  }

  private static void addMissing(List<String> cautions, Comparison comparison) {
    String missing =
        comparison.targets().stream()
            .flatMap(
                target ->
                    IntStream.rangeClosed(1, comparison.rounds())
                        .filter(round -> comparison.run(target, round).isEmpty())
                        .mapToObj(round -> target + ", round " + round))
            .collect(Collectors.joining("; "));
    if (!missing.isEmpty()) {
      cautions.add("There is no run of %s.".formatted(missing));
    }
  }

  private static void addIncomplete(List<String> caveats, Comparison comparison) {
    String incomplete =
        comparison.runs().stream()
            .flatMap(
                run ->
                    run.run().endpoints().stream()
                        .filter(totals -> totals.ko() + totals.missed() > 0)
                        .map(totals -> "%s (%s)".formatted(run.target(), totals.name())))
            .distinct()
            .collect(Collectors.joining(", "));
    if (!incomplete.isEmpty()) {
      caveats.add(
          ("Service times are those of successes. A poll that failed or was missed has none, and"
                  + " there were such of %s: read the service times with success, missed and the"
                  + " response times.")
              .formatted(incomplete));
    }
  }

  private static void addUnknown(List<String> caveats, Comparison comparison) {
    comparison.runs().stream()
        .filter(run -> run.run().cpuMsPerRequest() == null)
        .map(
            run -> {
              String why = run.run().resources().advice();
              return "Not known: CPU and memory of %s.%s"
                  .formatted(run.target(), why == null ? "" : " " + why);
            })
        .distinct()
        .forEach(caveats::add);
  }
}
