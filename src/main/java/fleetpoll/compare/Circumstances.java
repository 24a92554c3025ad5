package fleetpoll.compare;

import fleetpoll.config.Parameter;
import fleetpoll.run.Run;
import fleetpoll.run.Versions;
import fleetpoll.settings.FleetSettings;
import fleetpoll.watch.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a run and its baseline were made with: parameters, target, machine, JVM, and where the
 * server's figures come from.
 */
record Circumstances(Run baseline, FleetSettings settings) {

  private static final String THEN = "the baseline";
  private static final String NOW = "this run";
  private static final String NOTHING = "nothing";

  /** The parameters that decide what was measured and differ. */
  List<Difference> ofParameters() {
    Map<String, List<Parameter>> runs = new LinkedHashMap<>();
    runs.put(THEN, Difference.parameters(baseline));
    runs.put(NOW, Difference.whole(settings.inForce()));
    return Stream.concat(Difference.of("target", runs).stream(), Difference.between(runs).stream())
        .toList();
  }

  /**
   * What else differs, as far as it is known before the server is started.
   *
   * @param now the versions of this run
   */
  List<Difference> ofMachine(Versions now) {
    Versions then = baseline.versions();
    return Stream.of(
            of("machine", then.machine(), now.machine()),
            of("JVM", then.jvm(), now.jvm()),
            of("JVM flags", besides(then, now), besides(now, then)),
            ofSource(isSourceKnown() ? planned() : ServerSource.NOTHING),
            ofSchema())
        .flatMap(Optional::stream)
        .toList();
  }

  /** A schema that has the same figures is no difference. */
  private Optional<Difference> ofSchema() {
    return baseline.measuresAllPlanned()
        ? Optional.empty()
        : of("schema of run.json", baseline.schemaVersion(), Run.SCHEMA_VERSION);
  }

  /** Whether the server's figures come from elsewhere, if that shows only now. */
  Optional<Difference> ofSource(Finding finding) {
    ServerSource actual = finding.found() == null ? ServerSource.NOTHING : planned();
    boolean isSaid = isSourceKnown() && actual == planned();
    return isSaid ? Optional.empty() : ofSource(actual);
  }

  private Optional<Difference> ofSource(ServerSource now) {
    return of(ServerSource.NAME, ServerSource.of(baseline).text(), now.text());
  }

  private boolean isSourceKnown() {
    return ServerSource.of(baseline) != ServerSource.NOTHING;
  }

  /** From where this run wants to have them. */
  private ServerSource planned() {
    return settings.server().metrics().isPresent() ? ServerSource.EXPORTER : ServerSource.PROCESSES;
  }

  /** The flags that only the one has. */
  private static String besides(Versions one, Versions other) {
    TreeSet<String> flags = new TreeSet<>(one.jvmFlags());
    other.jvmFlags().forEach(flags::remove);
    return flags.isEmpty() ? NOTHING : String.join(" ", flags);
  }

  private static Optional<Difference> of(String name, Object then, Object now) {
    Map<String, List<Parameter>> runs = new LinkedHashMap<>();
    runs.put(THEN, List.of(new Parameter(name, then.toString(), THEN)));
    runs.put(NOW, List.of(new Parameter(name, now.toString(), NOW)));
    return Difference.of(name, runs);
  }
}
