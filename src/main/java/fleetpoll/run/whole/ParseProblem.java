package fleetpoll.run.whole;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.csv.CsvReadException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words what a parser did not understand in a file: where it is, and what was expected there. */
public final class ParseProblem {

  private static final Set<Class<?>> WHOLE_NUMBERS =
      Set.of(int.class, long.class, Integer.class, Long.class);
  private static final Set<Class<?>> NUMBERS =
      Set.of(double.class, float.class, Double.class, Float.class);
  private static final Set<Class<?>> BOOLEANS = Set.of(boolean.class, Boolean.class);
  private static final int LONGEST_VALUE = 60;

  private ParseProblem() {}

  /** What is wrong with a text that knows its lines. */
  public static String of(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return of(e, at == null ? 0 : at.getLineNr());
  }

  /**
   * A part of a sentence such as {@code line 2, planned: must be a whole number, not "many"}.
   *
   * @param line in which it is; less than 1 if that is not known
   */
  public static String of(JsonProcessingException e, long line) {
    String place = e instanceof JsonMappingException mapping ? place(mapping) : "";
    String where =
        Stream.of(line < 1 ? "" : "line " + line, place)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return where.isEmpty() ? what(e) : where + ": " + what(e);
  }

  /** The same in a CSV file, whose unknown names are those of its header. */
  public static String ofRow(JsonProcessingException e, Path path, long row) throws IOException {
    return of(e, StoredRows.line(path, e instanceof UnrecognizedPropertyException ? 0 : row));
  }

  /** The names on the way to the value, as in {@code endpoints[0].planned}. */
  private static String place(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return "";
    }
    StringBuilder place = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() != null) {
        place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
      } else if (!place.isEmpty()) {
        // The rows of a CSV file have an index, too, and their line says more.
        place.append('[').append(step.getIndex()).append(']');
      }
    }
    return place.toString();
  }

  private static String what(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "%s is no name that belongs there".formatted(quoted(unknown.getPropertyName()));
    }
    if (e instanceof InvalidFormatException wrong) {
      return "must be %s, not %s".formatted(type(wrong.getTargetType()), quoted(wrong.getValue()));
    }
    if (e instanceof CsvReadException) {
      return "must have as many cells as the header";
    }
    if (e instanceof JsonEOFException) {
      return "the text ends too early";
    }
    if (e instanceof StreamReadException) {
      return "the text cannot be read: a quote, a separator or a bracket is wrong or missing";
    }
    return e instanceof MismatchedInputException wrong && wrong.getTargetType() != null
        ? "must be " + type(wrong.getTargetType())
        : "must be another value";
  }

  private static String type(Class<?> type) {
    if (WHOLE_NUMBERS.contains(type)) {
      return "a whole number";
    }
    if (NUMBERS.contains(type)) {
      return "a number";
    }
    if (BOOLEANS.contains(type)) {
      return "true or false";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(" or "));
    }
    if (type == Instant.class) {
      return "an instant such as 2026-01-01T00:00:00Z";
    }
    if (type == String.class) {
      return "a text";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
  }

  private static String quoted(Object value) {
    String text = String.valueOf(value);
    return '"'
        + (text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...")
        + '"';
  }
}
