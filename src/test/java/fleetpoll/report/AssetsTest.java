package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssetsTest {

  private final Assets assets = DevicesPage.assets();

  @Test
  void theChartLibraryComesWithItsLicence() {
    assertThat(assets.scripts().get(0).text())
        .startsWith("/*\nThe MIT License (MIT)")
        .contains("Copyright (c)", "var uPlot=");
  }

  @Test
  void nothingEndsTheElementThatHoldsItAndNothingAsksTheNetwork() {
    assertThat(assets.scripts()).extracting(Asset::text).noneMatch(text -> text.contains("</"));
    assertThat(assets.style().text()).doesNotContain("</", "url(", "@import");
  }
}
