package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.report.StoredExample;
import fleetpoll.run.whole.DamagedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file next to run.json, damaged in each way. */
class SideFilesTest {

  private static final String RANGE = "[\\d,]+";

  @TempDir Path path;

  private Run run;
  private SideFiles files;

  @BeforeEach
  void store() throws IOException {
    StoredExample.in(path);
    run = new RunFolder(path).run();
    files = new SideFiles(new RunFolder(path));
  }

  @Test
  void whatWasStoredIsBelieved() throws IOException {
    assertThat(run.files())
        .extracting(stored -> stored.name())
        .containsExactly(
            "devices.csv",
            "errors.csv",
            "timeline.csv",
            "samples.csv",
            "device-timeline.csv",
            "polls.hlog");
    for (var stored : run.files()) {
      assertThat(Files.size(path.resolve(stored.name()))).isEqualTo(stored.bytes());
      read(stored.name());
    }
    assertThat(run.file("polls.hlog").orElseThrow().rows()).isEqualTo(3 * 2 * 3);
    assertThat(run.file("polls.hlog").orElseThrow().polls().get("A"))
        .containsEntry("service", run.endpoints().get(0).ok())
        .containsEntry("response", run.endpoints().get(0).planned());
    assertThat(files.damaged()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devices.csv",
        "errors.csv",
        "timeline.csv",
        "samples.csv",
        "device-timeline.csv",
        "polls.hlog"
      })
  void eachKindOfDamageIsNamed(String name) throws IOException {
    List<String> lines = lines(name);
    int rows = Math.toIntExact(run.file(name).orElseThrow().rows());

    Files.writeString(path.resolve(name), "");
    assertDamaged(name, "it has 0 of " + RANGE + " bytes, and 0 of " + rows + " rows?");
    write(name, lines, -lines.get(lines.size() - 1).length() / 2 - 1);
    assertDamaged(
        name, "%s of %s bytes, and %s of %s rows? and a part of one", RANGE, RANGE, rows - 1, rows);
    write(name, lines.subList(0, lines.size() - 1), 0);
    assertDamaged(name, "%s of %s bytes, and %s of %s rows?", RANGE, RANGE, rows - 1, rows);
    List<String> without = new ArrayList<>(lines);
    without.remove(lines.size() - Math.min(2, rows));
    write(name, without, 0);
    assertDamaged(name, "%s of %s bytes, and %s of %s rows?", RANGE, RANGE, rows - 1, rows);
    List<String> appended = new ArrayList<>(lines);
    appended.add(lines.get(lines.size() - 1));
    write(name, appended, 0);
    assertDamaged(
        name, "%s bytes instead of %s, and %s rows? instead of %s", RANGE, RANGE, rows + 1, rows);
    Files.delete(path.resolve(name));
    assertThat(files.damaged()).as("run.json alone is enough for a comparison").isEmpty();
  }

  @Test
  void aLogOfAnEarlierFleetpollIsHeldAgainstTheTotals() throws IOException {
    SideFiles old =
        new SideFiles(files.folder(), files.measured(), Copies.with(run, "files", null));
    assertThat(old.distributions()).hasSize(4);

    List<String> lines = lines("polls.hlog");
    write("polls.hlog", lines.subList(0, lines.size() - 6), 0);
    assertThatThrownBy(old::distributions)
        .isInstanceOf(DamagedFile.class)
        .hasMessageMatching(
            "polls.hlog is damaged: it has service times of \\d+ polls of A, of which \\d+ are in"
                + " run.json");
    Files.writeString(path.resolve("polls.hlog"), "");
    assertThatThrownBy(old::distributions).isInstanceOf(DamagedFile.class);
    assertThat(old.damaged()).as("no lengths are known").isEmpty();
  }

  @Test
  void whatWasChangedAtTheSameLengthShowsWhereItIsRead() throws IOException {
    replace("devices.csv", "device-0001,A,", "device-0009,A,");
    assertThatThrownBy(files::devices)
        .hasMessage("devices.csv is damaged: it names device device-0009, and run.json does not");
    store();
    replace("timeline.csv", "\n3,A,", "\nx,A,");
    assertThatThrownBy(() -> files.timeline(row -> {}))
        .hasMessageMatching(
            "timeline.csv is damaged: line \\d+, t_s: must be a whole number, not \"x\"");
    store();
    replace("samples.csv", ",generator,", ",generator\n");
    assertThatThrownBy(() -> files.samples(row -> {}))
        .hasMessage("samples.csv is damaged: line 3: must have as many cells as the header");
    store();
    Files.write(path.resolve("devices.csv"), latin1(Files.readString(path.resolve("devices.csv"))));
    assertThatThrownBy(files::devices)
        .hasMessageContaining("devices.csv is damaged: its text is not UTF-8");
  }

  private static byte[] latin1(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0xe4;
    return bytes;
  }

  private void replace(String name, String old, String now) throws IOException {
    String text = Files.readString(path.resolve(name));
    assertThat(text).contains(old);
    Files.writeString(path.resolve(name), text.replaceFirst(old, now));
  }

  private void assertDamaged(String name, String why, Object... arguments) throws IOException {
    String message =
        name.replace(".", "\\.") + " is damaged: (it has )?" + why.formatted(arguments);
    assertThatThrownBy(() -> read(name))
        .isInstanceOf(DamagedFile.class)
        .hasMessageMatching(message);
    assertThat(files.damaged())
        .singleElement()
        .satisfies(damage -> assertThat(damage).hasMessageMatching(message));
  }

  private void read(String name) throws IOException {
    switch (name) {
      case "devices.csv" -> files.devices();
      case "errors.csv" -> files.errors();
      case "timeline.csv" -> files.timeline(row -> {});
      case "samples.csv" -> files.samples(row -> {});
      case "device-timeline.csv" -> files.deviceTimeline(row -> {});
      default -> files.distributions();
    }
  }

  /** Rows; a cell in quotes can have several lines. */
  private List<String> lines(String name) throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(path.resolve(name))) {
      boolean isOpen =
          !rows.isEmpty()
              && rows.get(rows.size() - 1).chars().filter(c -> c == '"').count() % 2 == 1;
      if (isOpen && !name.endsWith(".hlog")) {
        rows.set(rows.size() - 1, rows.get(rows.size() - 1) + "\n" + line);
      } else {
        rows.add(line);
      }
    }
    return rows;
  }

  private void write(String name, List<String> rows, int cut) throws IOException {
    byte[] bytes = (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    Files.write(path.resolve(name), java.util.Arrays.copyOf(bytes, bytes.length + cut));
  }
}
