package fleetpoll.gatling;

import com.fasterxml.jackson.databind.JsonNode;
import fleetpoll.fleet.SavedValue;
import fleetpoll.http.Expectation.BodyValues;
import io.gatling.commons.validation.Success;
import io.gatling.commons.validation.Validation;
import io.gatling.core.check.FindCriterionExtractor;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes values from a body of JSON by Gatling's own extractors. No message contains a value: they
 * are secrets. Safe for concurrent use.
 */
public final class SavedValues implements BodyValues {

  private record Place(String path, FindCriterionExtractor<JsonNode, String, String> extractor) {}

  private final Map<String, Place> places;

  private SavedValues(Map<String, String> paths) {
    places =
        paths.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> new Place(e.getValue(), BodyCheck.extractor(e.getValue()))));
  }

  /**
   * One that has already read a body: no login waits until its classes are loaded.
   *
   * @param paths JSONPaths by name
   */
  public static BodyValues of(Map<String, String> paths) {
    SavedValues values = new SavedValues(paths);
    values.read("{}".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, new HashMap<>());
    return values;
  }

  @Override
  public String read(byte[] body, Charset charset, Map<String, String> found) {
    Validation<JsonNode> parsed = BodyCheck.PARSERS.safeParse(new ByteArrayInputStream(body));
    if (!(parsed instanceof Success<JsonNode> whole)) {
      return "the body is not JSON";
    }
    for (Map.Entry<String, Place> each : places.entrySet()) {
      Place place = each.getValue();
      String value = BodyCheck.found(place.extractor.apply(whole.value())).orElse("");
      if (value.isEmpty()) {
        return place.path + " is missing";
      }
      String fault = SavedValue.fault(place.path, value);
      if (fault != null) {
        return fault;
      }
      found.put(each.getKey(), value);
    }
    return null;
  }
}
