package fleetpoll.gatling;

import com.fasterxml.jackson.databind.JsonNode;
import fleetpoll.config.Masks;
import fleetpoll.figure.OneLine;
import fleetpoll.http.Expectation.ContentCheck;
import fleetpoll.settings.answer.CheckSettings;
import io.gatling.commons.validation.Failure;
import io.gatling.commons.validation.Success;
import io.gatling.commons.validation.Validation;
import io.gatling.core.check.FindCriterionExtractor;
import io.gatling.core.check.jsonpath.JsonFilter$;
import io.gatling.core.check.jsonpath.JsonPathExtractors$;
import io.gatling.core.check.jsonpath.JsonPaths;
import io.gatling.core.check.substring.SubstringExtractors$;
import io.gatling.core.json.JsonParsers;
import io.gatling.jsonpath.JPError;
import io.gatling.jsonpath.JsonPath;
import io.gatling.jsonpath.JsonPath$;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import scala.Option;
import scala.util.Either;

/**
 * Checks a body by Gatling's own extractors, in the order contains, json, regex; the first part
 * that is not met is the fault. Only a check of JSON parses the body. A regular expression is
 * Java's, as Gatling's are, and ends after a number of steps. Safe for concurrent use.
 */
public final class BodyCheck implements ContentCheck {

  private static final int LONGEST_VALUE = 100;
  private static final JsonPaths PATHS = new JsonPaths(1_000);
  static final JsonParsers PARSERS = new JsonParsers();

  /**
   * @param isSecret whether no message may show the value
   */
  private record Json(
      String path,
      String expected,
      boolean isSecret,
      FindCriterionExtractor<JsonNode, String, String> extractor) {

    static Json of(String path, String expected, boolean isSecret) {
      return new Json(path, expected, isSecret, BodyCheck.extractor(path));
    }

    String fault(JsonNode body, UnaryOperator<String> shown) {
      Optional<String> found = found(extractor.apply(body));
      if (found.filter(expected::equals).isPresent()) {
        return null;
      }
      return isSecret
          ? path + " is not what it should be"
          : "%s is %s, not %s"
              .formatted(path, found.map(shown).map(BodyCheck::brief).orElse("missing"), expected);
    }
  }

  private final Optional<String> text;
  private final Optional<FindCriterionExtractor<String, String, Object>> contains;
  private final List<Json> json;
  private final Optional<Pattern> regex;

  private BodyCheck(CheckSettings settings, Masks masks) {
    text = settings.contains();
    contains = text.map(part -> SubstringExtractors$.MODULE$.find(part, 0));
    json =
        settings.json().entrySet().stream()
            .map(e -> Json.of(e.getKey(), e.getValue(), masks.isSecret(e.getKey())))
            .toList();
    regex = settings.regex().map(Pattern::compile);
  }

  /**
   * A check that has already checked a body: no poll waits until its classes are loaded.
   *
   * @param masks decide which value no message shows
   */
  public static ContentCheck of(CheckSettings settings, Masks masks) {
    BodyCheck check = new BodyCheck(settings, masks);
    byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
    check.fault(empty, StandardCharsets.UTF_8, UnaryOperator.identity());
    return check;
  }

  /**
   * @throws IllegalArgumentException if it is no JSONPath that Gatling knows
   */
  public static void checkPath(String path) {
    Either<JPError, JsonPath> compiled = JsonPath$.MODULE$.compile(path);
    if (compiled.isLeft()) {
      throw new IllegalArgumentException(
          "must be a JSONPath such as $.code: "
              + OneLine.of(compiled.left().toOption().get().reason()));
    }
  }

  @Override
  public String fault(byte[] body, Charset charset, UnaryOperator<String> shown) {
    String decoded = contains.isEmpty() && regex.isEmpty() ? "" : new String(body, charset);
    if (contains.isPresent() && found(contains.get().apply(decoded)).isEmpty()) {
      return "the body does not contain " + text.get();
    }
    String fault = json.isEmpty() ? null : jsonFault(body, charset, shown);
    return fault == null && regex.isPresent() ? RegexSearch.fault(regex.get(), decoded) : fault;
  }

  private String jsonFault(byte[] body, Charset charset, UnaryOperator<String> shown) {
    Validation<JsonNode> parsed = parsed(body);
    if (!(parsed instanceof Success<JsonNode> whole)) {
      return notJson(parsed, new String(body, charset), shown);
    }
    for (Json each : json) {
      String fault = each.fault(whole.value(), shown);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private static Validation<JsonNode> parsed(byte[] body) {
    return PARSERS.safeParse(new ByteArrayInputStream(body));
  }

  /** The parser quotes the beginning of what it does not know: it may only see what is shown. */
  private static String notJson(
      Validation<JsonNode> parsed, String body, UnaryOperator<String> shown) {
    String safe = shown.apply(body);
    Validation<?> told = safe.equals(body) ? parsed : parsed(safe.getBytes(StandardCharsets.UTF_8));
    return told instanceof Failure failure
        ? "the body is not JSON: " + brief(shown.apply(failure.message()))
        : "the body is not JSON";
  }

  /** Finds the text of the first value at a JSONPath. */
  static FindCriterionExtractor<JsonNode, String, String> extractor(String path) {
    return JsonPathExtractors$.MODULE$.find(
        "jsonPath", path, 0, PATHS, JsonFilter$.MODULE$.stringJsonFilter());
  }

  static <T> Optional<T> found(Validation<Option<T>> extracted) {
    return extracted instanceof Success<Option<T>> success && success.value().isDefined()
        ? Optional.ofNullable(success.value().get())
        : Optional.empty();
  }

  private static String brief(String value) {
    String line = OneLine.of(value);
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "...";
  }
}
