package fleetpoll.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fleetpoll.report.StoredExample;
import fleetpoll.run.Run;
import fleetpoll.run.Versions;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.InvalidSettings;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.trust.TestAuthority;
import fleetpoll.watch.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineFolderTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final Versions HERE = versions("a 6502", "a JVM 21", "-Xmx2g");
  private static final String OTHER_FLEET =
      "must be a run of the same fleet, or compare.force be true. ";
  private static final String ALIKE = "must be a run made alike, or compare.force be true. ";

  @TempDir Path folder;

  private FleetSettings settings(String... properties) {
    Map<String, String> all = new HashMap<>();
    all.put("baseline", folder.toString());
    all.put("devices", "3");
    for (String property : properties) {
      String[] parts = property.split("=", 2);
      all.put(parts[0], parts[1]);
    }
    return SettingsLoader.load(all, folder);
  }

  /** Stores a run that the settings make, on a machine, and with what else a test changes. */
  private void stored(FleetSettings settings, Versions versions, Consumer<ObjectNode> change)
      throws IOException {
    StoredExample.in(folder);
    ObjectNode run = (ObjectNode) JSON.readTree(file().toFile());
    run.set("parameters", JSON.valueToTree(settings.inForce()));
    run.set("versions", JSON.valueToTree(versions));
    change.accept(run);
    JSON.writeValue(file().toFile(), run);
  }

  private void stored(FleetSettings settings) throws IOException {
    stored(settings, HERE, run -> {});
  }

  private Path file() {
    return folder.resolve("run.json");
  }

  private static Consumer<ObjectNode> judged(String judgement) {
    return run -> ((ObjectNode) run.get("verdict")).put("judgement", judgement);
  }

  private static Consumer<ObjectNode> withoutSuccessOf(int endpoint) {
    return run -> ((ObjectNode) run.get("endpoints").get(endpoint)).put("ok", 0);
  }

  /** As a version stored it that did not know these parameters. */
  private static Consumer<ObjectNode> withoutParameters(String... keys) {
    return run -> {
      Iterator<JsonNode> parameters = run.get("parameters").elements();
      while (parameters.hasNext()) {
        if (List.of(keys).contains(parameters.next().get("key").asText())) {
          parameters.remove();
        }
      }
    };
  }

  private static Versions versions(String processor, String jvm, String... flags) {
    return new Versions("0.1.0", "3.15.1", jvm, "an OS", processor, 2, List.of(flags), null);
  }

  private void assertRefused(FleetSettings settings, String... lines) {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> BaselineFolder.read(settings, () -> HERE))
        .satisfies(
            e ->
                assertThat(e.getMessage().lines().skip(1).map(String::strip))
                    .containsExactly(Stream.of(lines).map(this::problem).toArray(String[]::new)));
  }

  private String problem(String why) {
    return "baseline = %s (-Dbaseline): %s".formatted(folder, why);
  }

  @Test
  void noneIsNone() {
    assertThat(BaselineFolder.read(settings("baseline=none"), () -> HERE)).isEmpty();
  }

  @Test
  void aRunOfTheSameFleetMadeAlikeIsOne() throws IOException {
    stored(settings("duration=60s"));

    Baseline baseline = BaselineFolder.read(settings("duration=1 m"), () -> HERE).orElseThrow();

    assertThat(baseline.run().devices()).hasSize(3);
    assertThat(baseline.tolerance()).isEqualTo(settings().tolerance());
    assertThat(baseline.cautions()).isEmpty();
  }

  @Test
  void aFolderWithoutARunIsRefused() {
    assertRefused(settings(), "must be a run folder; it holds no run.json");
  }

  @ParameterizedTest
  @CsvSource({"INVALID, a valid run", "FAIL, a run that did not fail"})
  void aRunThatIsNoMeasureIsRefusedWhateverIsForced(String judgement, String what)
      throws IOException {
    stored(settings(), HERE, judged(judgement));

    assertRefused(
        settings("compare.force=true"),
        "must be %s. The generator was good enough, and there were no service levels to meet."
            .formatted(what));
  }

  @Test
  void aRunWithoutASuccessIsRefusedWhateverIsForced() throws IOException {
    stored(settings(), HERE, withoutSuccessOf(1));

    assertRefused(
        settings("compare.force=true"), "must have a success of each endpoint. B had none.");
  }

  @Test
  void aRunOfAnotherFleetIsRefusedWithEveryDifference() throws IOException {
    stored(settings("target=http://127.0.0.1:1", "duration=2m"));

    assertRefused(
        settings("devices=4", "duration=1 m"),
        OTHER_FLEET + "target: http://127.0.0.1:1 (the baseline), embedded (this run)",
        OTHER_FLEET + "devices: 3 (the baseline), 4 (this run)",
        OTHER_FLEET + "duration: 2m (the baseline), 1 m (this run)");
  }

  @Test
  void whatTheBaselinesVersionDidNotKnowCountsAsItsDefault() throws IOException {
    stored(
        settings(),
        HERE,
        withoutParameters("jitter", "login", "proxy", "session", "link.like", "link.down"));

    for (FleetSettings same : List.of(settings(), settings("jitter=0ms", "proxy=none"))) {
      assertThat(BaselineFolder.read(same, () -> HERE).orElseThrow().cautions()).isEmpty();
    }
    assertRefused(
        settings("jitter=0.1 s", "link.like=lte-m"),
        OTHER_FLEET + "link.up: none (the baseline), 375 kbit/s (this run)",
        OTHER_FLEET + "link.latency: none (the baseline), 50 ms (this run)",
        OTHER_FLEET + "jitter: nothing (the baseline), 0.1 s (this run)",
        OTHER_FLEET + "link.like: nothing (the baseline), lte-m (this run)",
        OTHER_FLEET + "link.down: nothing (the baseline), 300 kbit/s (this run)");
  }

  @Test
  void otherContentsOfAFileAreAnotherFleet() throws IOException {
    Path ids = folder.resolve("ids.csv");
    Files.writeString(ids, "id\na\nb\nc\n");
    stored(settings("identities=" + ids));
    Files.writeString(ids, "id\na\nb\nd\n");

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> BaselineFolder.read(settings("identities=" + ids), () -> HERE))
        .withMessageMatching(
            "(?s).*identities: sha256:[0-9a-f]{64} .the baseline., sha256:[0-9a-f]{64} .this run.\\s*");
  }

  @Test
  void otherHandshakesAreAnotherFleet() throws Exception {
    TestAuthority.make(folder).sign(List.of("one"));
    stored(settings("tls.protocols=TLSv1.2", "tls.trust=ca.pem"));

    assertRefused(
        settings("tls.certificate=one.pem", "tls.key=one.key", "tls.verify=false"),
        OTHER_FLEET + "tls.certificate: none (the baseline), one.pem (this run)",
        OTHER_FLEET
            + "tls.protocols: TLSv1.2 (the baseline), [\"TLSv1.2\",\"TLSv1.3\"] (this run)");
  }

  @Test
  void aCertificateOfTheSameKindInAnotherFileIsTheSameFleet() throws Exception {
    TestAuthority.make(folder).sign(List.of("one", "other"));
    stored(settings("tls.certificate=one.pem", "tls.key=one.key"));

    FleetSettings renewed = settings("tls.certificate=other.pem", "tls.key=other.key");
    assertThat(BaselineFolder.read(renewed, () -> HERE).orElseThrow().cautions()).isEmpty();
  }

  @Test
  void anotherMachineJvmFlagsOrSourceIsRefused() throws IOException {
    stored(settings(), versions("a Z80", "a JVM 17", "-Xmx1g", "-XX:+UseZGC"), run -> {});

    assertRefused(
        settings("server.metrics=http://127.0.0.1:1/metrics"),
        ALIKE + "machine: a Z80, 2 cores, an OS (the baseline), a 6502, 2 cores, an OS (this run)",
        ALIKE + "JVM: a JVM 17 (the baseline), a JVM 21 (this run)",
        ALIKE + "JVM flags: -XX:+UseZGC -Xmx1g (the baseline), -Xmx2g (this run)",
        ALIKE
            + "source of the server's figures: processes (the baseline), a node exporter (this"
            + " run)");
  }

  @Test
  void aRunOfAnEarlierSchemaIsRefused() throws IOException {
    stored(settings(), HERE, run -> run.put("schemaVersion", 2));

    assertRefused(
        settings(),
        ALIKE
            + "schema of run.json: 2 (the baseline), %s (this run)".formatted(Run.SCHEMA_VERSION));
  }

  @Test
  void whatIsForcedIsSaid() throws IOException {
    stored(settings("devices=2"), versions("a Z80", "a JVM 21", "-Xmx2g"), run -> {});

    assertThat(
            BaselineFolder.read(settings("compare.force=true"), () -> HERE)
                .orElseThrow()
                .cautions())
        .containsExactly(
            "The baseline was not made alike. devices: 2 (the baseline), 3 (this run).",
            "The baseline was not made alike. machine: a Z80, 2 cores, an OS (the baseline), a"
                + " 6502, 2 cores, an OS (this run).");
  }

  @Test
  void everyProblemIsInOneMessage() throws IOException {
    stored(settings("devices=2"), versions("a 6502", "a JVM 17", "-Xmx2g"), judged("FAIL"));

    assertRefused(
        settings(),
        "must be a run that did not fail. The generator was good enough, and there were no service"
            + " levels to meet.",
        OTHER_FLEET + "devices: 2 (the baseline), 3 (this run)",
        ALIKE + "JVM: a JVM 17 (the baseline), a JVM 21 (this run)");
  }

  @Test
  void figuresOfTheServerThatCannotBeReadNowAreAnotherSource() throws IOException {
    stored(settings());
    Baseline baseline = BaselineFolder.read(settings(), () -> HERE).orElseThrow();
    Finding none = new Finding(null, "Give -Dserver.pid.", true, false);
    Finding found = new Finding("process 1", null, true, false);

    assertThat(BaselineFolder.with(found, baseline, settings())).isEqualTo(baseline);
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> BaselineFolder.with(none, baseline, settings()))
        .withMessageContaining(
            "source of the server's figures: processes (the baseline), nothing (this run)");
    assertThat(BaselineFolder.with(none, baseline, settings("compare.force=true")).cautions())
        .hasSize(1);
  }

  @Test
  void figuresOfTheServerThatTheBaselineDoesNotHaveAreAnotherSource() throws IOException {
    stored(settings(), HERE, run -> ((ObjectNode) run.get("resources")).putNull("targetFound"));
    Baseline baseline = BaselineFolder.read(settings(), () -> HERE).orElseThrow();
    Finding found = new Finding("process 1", null, true, false);

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> BaselineFolder.with(found, baseline, settings()))
        .withMessageContaining(
            "source of the server's figures: nothing (the baseline), processes (this run)");
  }
}
