package fleetpoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+49", "-3", "@here", "\tx", "\n=1", "\uff1d1", "'=1", "''-", "=a\nb"})
  void whatLooksLikeAFormulaGetsAnApostropheAndComesBack(String text) {
    assertThat(SpreadsheetText.safe(text)).isEqualTo("'" + text);
    assertThat(SpreadsheetText.original("'" + text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "device-0001", "a=b", "'", "'quoted'", "1-2", "a\nb"})
  void otherTextStaysAsItIs(String text) {
    assertThat(SpreadsheetText.safe(text)).isEqualTo(text);
    assertThat(SpreadsheetText.original(text)).isEqualTo(text);
  }

  @Test
  void aTerminalObeysNothing() {
    assertThat(SpreadsheetText.safe("\u001b[31mred\r\u009b"))
        .isEqualTo("\\u001b[31mred\\u000d\\u009b");
  }
}
