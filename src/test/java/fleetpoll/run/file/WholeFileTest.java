package fleetpoll.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir Path folder;

  @Test
  void theNameIsThereOnlyWhenTheContentIs() throws IOException {
    Path path = folder.resolve("devices.csv");

    new WholeFile(path)
        .write(
            out -> {
              out.write("half".getBytes(StandardCharsets.UTF_8));
              out.flush();
              assertThat(path).doesNotExist();
              out.write(" and half".getBytes(StandardCharsets.UTF_8));
              out.close();
              assertThat(path).doesNotExist();
            });

    assertThat(path).hasContent("half and half");
    assertThat(folder.toFile().list()).containsExactly("devices.csv");
  }

  @Test
  void whateverIsThrownTheOldContentStaysAlone() throws IOException {
    Path path = Files.writeString(folder.resolve("run.json"), "old");
    OutOfMemoryError error = new OutOfMemoryError("Java heap space");

    assertThatThrownBy(
            () ->
                new WholeFile(path)
                    .write(
                        out -> {
                          out.write('n');
                          out.flush();
                          throw error;
                        }))
        .isSameAs(error);

    assertThat(path).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("run.json");
  }
}
