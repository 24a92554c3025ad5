package fleetpoll.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.config.Masks;
import fleetpoll.settings.answer.CheckSettings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a body, in words. */
class BodyCheckTest {

  private static String fault(CheckSettings settings, String body, Charset charset) {
    return fault(settings, body, charset, UnaryOperator.identity());
  }

  private static String fault(
      CheckSettings settings, String body, Charset charset, UnaryOperator<String> shown) {
    return BodyCheck.of(settings, Masks.STANDARD).fault(body.getBytes(charset), charset, shown);
  }

  private static String contains(String text, String body) {
    return fault(
        new CheckSettings(Optional.of(text), Map.of(), Optional.empty()),
        body,
        StandardCharsets.UTF_8);
  }

  private static String json(String path, String expected, String body) {
    return fault(
        new CheckSettings(Optional.empty(), Map.of(path, expected), Optional.empty()),
        body,
        StandardCharsets.UTF_8);
  }

  private static String regex(String regex, String body) {
    return fault(
        new CheckSettings(Optional.empty(), Map.of(), Optional.of(regex)),
        body,
        StandardCharsets.UTF_8);
  }

  @Test
  void aTextThatIsNotThere() {
    assertThat(contains("ok", "all is ok")).isNull();
    assertThat(contains("ok", "all is well")).isEqualTo("the body does not contain ok");
    assertThat(contains("ok", "")).isEqualTo("the body does not contain ok");
  }

  @Test
  void aTextInTheAnswersOwnCharset() {
    CheckSettings check =
        new CheckSettings(Optional.of("\u00fc"), Map.of(), Optional.of("^\u00fc$"));
    assertThat(fault(check, "\u00fc", StandardCharsets.ISO_8859_1)).isNull();
    assertThat(fault(check, "\u00fc", StandardCharsets.UTF_16)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "ok",
      textBlock =
          """
          $.code | 0 | {"code": 0} | ok
          $.code | 0 | {"code": "0"} | ok
          $.code | 0 | {"code": 50001, "message": "busy"} | $.code is 50001, not 0
          $.code | 0 | {} | $.code is missing, not 0
          $.code | 0 | {"code": null} | $.code is missing, not 0
          $.code | 0 | {"code": 0.0} | $.code is 0.0, not 0
          $.on | true | {"on": true} | ok
          $.on | true | {"on": false} | $.on is false, not true
          $.a[1].b | x | {"a": [{"b": "y"}, {"b": "x"}]} | ok
          $..b | x | {"a": [{"b": "x"}, {"b": "y"}]} | ok
          $.a | {"b":1} | {"a": {"b": 1}} | ok
          $.a | x | {"a": "two\\nlines"} | $.a is two lines, not x
          $.token | x | {"token": "y"} | $.token is not what it should be
          """)
  void aValueThatIsAnother(String path, String expected, String body, String fault) {
    assertThat(json(path, expected, body)).isEqualTo(fault);
  }

  @Test
  void aBodyThatIsNotJson() {
    assertThat(json("$.code", "0", "<html>busy</html>"))
        .startsWith("the body is not JSON: ")
        .doesNotContain("\n")
        .hasSizeLessThan(150);
    assertThat(json("$.code", "0", "")).isNotNull();
  }

  @Test
  void aLongValueIsCutShort() {
    assertThat(json("$.a", "x", "{\"a\": \"" + "y".repeat(5_000) + "\"}"))
        .isEqualTo("$.a is " + "y".repeat(100) + "..., not x");
  }

  @Test
  void aSecretIsHiddenBeforeTheMessageIsCut() {
    String secret = "s3cret-".repeat(60);
    CheckSettings check = new CheckSettings(Optional.empty(), Map.of("$.a", "x"), Optional.empty());
    UnaryOperator<String> shown = text -> text.replace(secret, "***");

    assertThat(fault(check, "{\"a\": \"Bearer " + secret + "\"}", StandardCharsets.UTF_8, shown))
        .isEqualTo("$.a is Bearer ***, not x");
    assertThat(fault(check, secret, StandardCharsets.UTF_8, shown))
        .startsWith("the body is not JSON: ")
        .doesNotContain("s3cret");
    assertThat(fault(check, "\"" + secret, StandardCharsets.UTF_8, shown))
        .startsWith("the body is not JSON: ")
        .doesNotContain("s3cret");
    assertThat(fault(check, secret, StandardCharsets.UTF_8, text -> text.replace(secret, "1")))
        .as("a text that is JSON without the secret")
        .isEqualTo("the body is not JSON");
  }

  @Test
  void everyValueMustBeMet() {
    Map<String, String> both = new LinkedHashMap<>();
    both.put("$.a", "1");
    both.put("$.b", "2");
    CheckSettings check = new CheckSettings(Optional.of("{"), both, Optional.of("b.*2"));
    assertThat(fault(check, "{\"a\": 1, \"b\": 2}", StandardCharsets.UTF_8)).isNull();
    assertThat(fault(check, "{\"a\": 1, \"b\": 3}", StandardCharsets.UTF_8))
        .isEqualTo("$.b is 3, not 2");
    assertThat(fault(check, "{\"b\": 2, \"a\": 1, \"c\": 2}", StandardCharsets.UTF_8)).isNull();
  }

  @Test
  void aRegexMatchesSomewhere() {
    assertThat(regex("[0-9]{3}", "code 123")).isNull();
    assertThat(regex("^[0-9]{3}$", "code 123"))
        .isEqualTo("the body does not match the regex ^[0-9]{3}$");
  }

  @Test
  void aRegexThatWouldTakeForeverIsAFault() {
    assertThat(regex("(a*)*(b*)*[^ab]\\1\\2$", "a".repeat(200) + "b".repeat(200)))
        .contains("takes more than 10,000,000 steps on a body of 400 characters");
  }

  @Test
  void aRegexThatNeedsTooDeepAStackIsAFault() {
    assertThat(regex("^(a|b)*c", "ab".repeat(500_000)))
        .contains("needs too deep a stack on a body of 1,000,000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$.code", "$", "$.a[0].b", "$..b", "$['a b']", "$.a[?(@.b == 1)].c"})
  void aPath(String path) {
    assertThatCode(() -> BodyCheck.checkPath(path)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "$.a[", "$.", "", "$.a b"})
  void noPath(String path) {
    assertThatThrownBy(() -> BodyCheck.checkPath(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must be a JSONPath such as $.code: ");
  }
}
