package fleetpoll.run.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendedFileTest {

  @TempDir Path folder;

  private final AppendedFile file = new AppendedFile(20);

  private void append(String lines) {
    file.append(lines.getBytes(UTF_8), 1);
  }

  private String copy() throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    file.copyTo(copy);
    return copy.toString(UTF_8);
  }

  @Test
  void itIsWholeByLineAtAnyInstant() throws IOException {
    Path path = folder.resolve("a.csv");
    append("header\n");
    Files.writeString(path, "of a run before");

    file.open(path);
    assertThat(path).hasContent("header\n");
    append("1\n2\n");
    assertThat(path).hasContent("header\n1\n2\n");
    append("3\n");
    file.complete();

    assertThat(path).hasContent("header\n1\n2\n3\n");
    assertThat(file.isAt(path)).isTrue();
    assertThat(file.isAt(folder.resolve("b.csv"))).isFalse();
  }

  @Test
  void whatCannotBeWrittenWaitsAndIsTriedAgain() throws IOException {
    Path path = folder.resolve("later").resolve("a.csv");
    file.open(path);
    append("1\n");
    assertThat(copy()).isEqualTo("1\n");

    Files.createDirectory(path.getParent());
    append("2\n");
    file.complete();

    assertThat(path).hasContent("1\n2\n");
    assertThat(copy()).isEqualTo("1\n2\n");
  }

  @Test
  void aDeletedFileCanStillBeCopied() throws IOException {
    Path path = folder.resolve("a.csv");
    file.open(path);
    append("1\n");
    Files.delete(path);
    append("2\n");

    assertThat(file.isAt(path)).isFalse();
    assertThat(copy()).isEqualTo("1\n2\n");

    Files.writeString(path, "another's");
    assertThat(file.isAt(path)).isFalse();
  }

  @Test
  void afterTheFirstLossNothingIsAppendedAnyMore() throws IOException {
    append("1234567890\n");
    append("1234567890\n");
    append("3\n");

    assertThat(copy()).isEqualTo("1234567890\n");
    assertThatThrownBy(file::verifyComplete).hasMessageContaining("13 bytes are lost");
    file.open(folder.resolve("a.csv"));
    append("4\n");
    assertThat(folder.resolve("a.csv")).hasContent("1234567890\n");
    assertThat(file.rows()).isEqualTo(1);
  }

  @Test
  void linesThatCanBeWrittenAreNotLostHoweverManyComeAtOnce() throws IOException {
    Path path = folder.resolve("later").resolve("a.csv");
    file.open(path);
    append("1\n");
    Files.createDirectory(path.getParent());

    append("a line that is too long to wait\n");
    append("2\n");
    file.complete();

    assertThat(path).hasContent("1\na line that is too long to wait\n2\n");
    assertThat(file.rows()).isEqualTo(3);
  }

  @Test
  void eachTroubleIsToldOnce() throws IOException {
    assertThat(file.takeTrouble()).isEmpty();
    Path path = folder.resolve("later").resolve("a.csv");
    file.open(path);
    append("1\n");
    assertThat(file.takeTrouble()).hasValueSatisfying(text -> assertThat(text).contains("waits"));
    append("2\n");
    assertThat(file.takeTrouble()).isEmpty();
    append("a line that is too long to wait\n");
    assertThat(file.takeTrouble())
        .hasValueSatisfying(text -> assertThat(text).startsWith("contains no more of the run"));
    append("3\n");
    assertThat(file.takeTrouble()).isEmpty();
  }

  @Test
  void aFileThatIsNotCompleteLosesItsName() throws IOException {
    Path path = folder.resolve("a.csv");
    append("1\n");
    append("a line that is too long to wait\n");
    file.open(path);
    append("2\n");

    assertThatThrownBy(file::complete).isInstanceOf(IOException.class);

    assertThat(path).doesNotExist();
    assertThat(folder.resolve("a.csv.incomplete")).hasContent("1\n");
    assertThat(copy()).isEqualTo("1\n");
  }

  @Test
  void aLastLineThatIsCutIsNotRead() throws IOException {
    Path path = folder.resolve("cut.csv");
    String lines = "x".repeat(5_000) + "\n" + "y".repeat(3_000) + "\n";
    Files.writeString(path, lines + "z".repeat(9_000));

    assertThat(read(path)).isEqualTo(lines);
    Files.writeString(path, "no line");
    assertThat(read(path)).isEmpty();
    Files.writeString(path, "a\nb\n");
    assertThat(read(path)).isEqualTo("a\nb\n");
  }

  private static String read(Path path) throws IOException {
    try (InputStream in = WholeLines.open(path)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
