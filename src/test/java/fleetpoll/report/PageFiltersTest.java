package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFiltersTest {

  @ParameterizedTest
  @CsvSource({
    "../pump-1/devices.html, ../pump-1/devices.html",
    "../pump#1/devices.html, ../pump%231/devices.html",
    "../100%?/devices.html, ../100%25%3F/devices.html",
    "../two words/devices.html, ../two%20words/devices.html",
    "/runs/pump#1, /runs/pump%231"
  })
  void aLinkLeadsToTheFolderOfThatName(String path, String link) {
    Object written =
        new PageFilters().getFilters().get("link").apply(path, Map.of(), null, null, 1);

    assertThat(written).isEqualTo(link);
  }
}
