package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatlingArgumentsTest {

  @ParameterizedTest
  @CsvSource({
    "-rf;my results",
    "--results-folder;my results",
    "--results-folder=my results",
    "-rf:my results",
    "-rf;other;--results-folder;my results"
  })
  void theLastResultsFolderIsTakenAsGatlingTakesIt(String words) {
    List<String> command = List.of(("java;-s;Poll;" + words).split(";"));

    assertThat(new GatlingArguments(command).resultsOption()).contains("my results");
  }

  @ParameterizedTest
  @CsvSource({"-nr,false", "--no-reports,false", "-rf,true"})
  void aReportIsWrittenUnlessGatlingIsToldNotTo(String word, boolean reports) {
    GatlingArguments arguments = new GatlingArguments(List.of("-s", "Poll", word));

    assertThat(arguments.reportsOption()).isEqualTo(reports);
  }

  @Test
  void anOptionWithoutAValueIsNone() {
    assertThat(new GatlingArguments(List.of("-s", "Poll", "-rf")).resultsOption()).isEmpty();
  }
}
