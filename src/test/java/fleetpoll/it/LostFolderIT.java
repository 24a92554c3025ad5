package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fleetpoll.run.Judgement;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs whose folder cannot keep their record. */
class LostFolderIT {

  /** Its arguments: the folder that becomes a small file system, then Gatling's command. */
  private static final String ON_A_SMALL_DISK =
      "mount -t tmpfs -o size=%s tmpfs \"$0\" || exit 99;"
          + " \"$@\" -nr; code=$?; cp -a \"$0\" \"$0\".kept; exit $code";

  @TempDir Path folder;

  private Path elsewhere;

  @BeforeEach
  void prepare() throws IOException {
    elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"24k", "160k"})
  void onAFullDiskNothingIsHalfAndTheRunDoesNotPass(String size) throws Exception {
    assumeTrue(canMount(), "no file system can be mounted here");
    Path results = folder.resolve("gatling");
    String script = ON_A_SMALL_DISK.formatted(size);
    List<String> launcher = List.of("unshare", "-rm", "sh", "-c", script, results.toString());

    try (GatlingProcess gatling =
        GatlingProcess.start(launcher, folder, shortRun("slo.a.p99=5s", "interval=100"))) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isEqualTo(2);

      assertRecordIsElsewhere(gatling, "No space left on device");
    }
    Path kept = folder.resolve("gatling.kept");
    try (Stream<Path> files = Files.walk(kept)) {
      assertThat(files.filter(Files::isRegularFile).filter(file -> !isOfGatling(file)))
          .allSatisfy(file -> assertThat(file).isNotEmptyFile())
          .extracting(file -> file.getFileName().toString())
          .doesNotContain("devices.html", "junit.xml")
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void aFolderThatDisappearsCostsNoRecord() throws Exception {
    try (GatlingProcess gatling = GatlingProcess.start(folder, shortRun("slo.a.p99=5s"))) {
      gatling.awaitOutput("started...");
      delete(gatling.results());

      assertThat(gatling.exitCode()).as(gatling.toString()).isNotZero();

      assertRecordIsElsewhere(gatling, " has disappeared");
    }
  }

  /** Gatling opens it when the disk is already full. */
  private static boolean isOfGatling(Path file) {
    return file.endsWith("simulation.log");
  }

  /** The last line names it. */
  private void assertRecordIsElsewhere(GatlingProcess gatling, String why) throws Exception {
    List<String> lines = gatling.output().lines().toList();
    String last = lines.get(lines.size() - 1);
    assertThat(last).startsWith("The record is in " + elsewhere + "/fleetpoll-").contains(why);
    Path record = Path.of(last.substring("The record is in ".length(), last.indexOf(", and ")));
    new Ledger(new RunFolder(record)).balances();
    assertThat(gatling.output()).contains("Devices: " + record.resolve("devices.html").toUri());
    assertThat(record.resolve("junit.xml")).content().contains("type=\"INVALID\"");
    assertThat(new RunFolder(record).run().verdict().judgement()).isEqualTo(Judgement.INVALID);
    assertThat(gatling.output()).contains("Verdict: INVALID").doesNotContain("Verdict: PASS");
  }

  private String[] shortRun(String... more) {
    return Stream.concat(
            Stream.of(
                "devices=20",
                "duration=3s",
                "interval=250",
                "warm-up=0s",
                "java.io.tmpdir=" + elsewhere),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private boolean canMount() throws Exception {
    Path mount = Files.createDirectory(folder.resolve("mount"));
    String command = "mount -t tmpfs tmpfs '" + mount + "'";
    return new ProcessBuilder("unshare", "-rm", "sh", "-c", command).start().waitFor() == 0;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(java.util.Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
