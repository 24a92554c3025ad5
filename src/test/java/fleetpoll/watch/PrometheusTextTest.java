package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fleetpoll.watch.PrometheusText.Metric;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusTextTest {

  private static List<Metric> parse(String text) {
    return PrometheusText.parse(text, Set.of("m")).toList();
  }

  @Test
  void onlyWhatIsAskedForIsRead() {
    String text =
        """
        # HELP m A metric called m.
        # TYPE m counter
        m 1
        m_total 2
        other{broken

        m{} 3
        m{a="b"} 4 1700000000000
        """;

    assertThat(parse(text))
        .containsExactly(
            new Metric("m", Map.of(), 1),
            new Metric("m", Map.of(), 3),
            new Metric("m", Map.of("a", "b"), 4));
  }

  @Test
  void labelsMayHoldAnything() {
    assertThat(parse("m{path=\"C:\\\\DIR\\\\\",say=\"\\\"}, {\\n\",empty=\"\",} 1"))
        .containsExactly(
            new Metric("m", Map.of("path", "C:\\DIR\\", "say", "\"}, {\n", "empty", ""), 1));
    assertThat(parse("m { a = \"1\" , b = \"ü\" }\t2"))
        .containsExactly(new Metric("m", Map.of("a", "1", "b", "ü"), 2));
  }

  @ParameterizedTest
  @CsvSource({
    "1.458255915e9, 1458255915",
    "-3, -3",
    "+Inf, Infinity",
    "-Inf, -Infinity",
    "NaN, NaN",
    "0, 0"
  })
  void values(String text, double value) {
    assertThat(parse("m " + text)).extracting(Metric::value).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m",
        "m x",
        "m{a=\"b\"}",
        "m{a=\"b} 1",
        "m{a=b} 1",
        "m{a=\"b\" c=\"d\"} 1",
        "m 1 soon",
        "m{,} 1"
      })
  void whatIsNotOfTheFormatIsNamed(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("m 1\n" + line))
        .withMessage("not a Prometheus sample: " + line);
  }

  @Test
  void longLabelsNeedNoStack() {
    String value = "x\\\\".repeat(1_000) + "y".repeat(1_000_000);

    assertThat(parse("m{a=\"" + value + "\"} 1").get(0).labels().get("a")).hasSize(1_002_000);
  }
}
