package fleetpoll.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FilePathTest {

  @Test
  void aPathIsTakenAsWritten() {
    assertThat(FilePath.of("a b/c.conf", "a file")).isEqualTo(Path.of("a b", "c.conf"));
  }

  @Test
  void whatNoPathCanContainIsRefused() {
    assertThatThrownBy(() -> FilePath.of("a\0b", "a file"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must be the path of a file: ")
        .hasMessageNotContaining("LC_ALL");
  }

  @Test
  void onlyALostLetterIsBlamedOnTheLocale() {
    assertThat(FilePath.missing("ordner/p.conf", "no such file")).isEqualTo("no such file");
    assertThat(FilePath.missing("ordner \ufffd/p.conf", "no such file"))
        .startsWith("no such file: the locale (LC_ALL, LANG) cannot express")
        .contains("a relative one");
  }
}
