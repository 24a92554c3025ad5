package fleetpoll.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenPluginTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "ordner \\u00fc/p.conf, ordner ü/p.conf",
        "{\\\"a\\\":1}, {\"a\":1}",
        "it\\'s, it's",
        "C:\\\\u00fc, C:\\u00fc",
        "\\ud83d\\ude00, 😀",
        "\\d and \\, \\d and \\"
      })
  void aValueIsWhatTheUserWrote(String escaped, String written) {
    assertThat(MavenPlugin.unescaped(escaped)).isEqualTo(written);
  }

  @Test
  void controlCharactersComeBack() {
    assertThat(MavenPlugin.unescaped("\\t\\n\\r\\b\\f\\u001b")).isEqualTo("\t\n\r\b\f\u001b");
  }

  @Test
  void theTestsRunInAJvmOfTheirOwn() {
    assertThat(MavenPlugin.isThisJvm(MavenPlugin.class)).isFalse();
  }
}
