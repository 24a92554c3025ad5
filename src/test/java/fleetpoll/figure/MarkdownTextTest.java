package fleetpoll.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

  @Test
  void noTextBeginsMarkupOrALine() {
    assertThat(MarkdownText.of("<b>|*1*\n# @a")).isEqualTo("\\<b\\>\\|\\*1\\* \\# \\@a");
  }
}
