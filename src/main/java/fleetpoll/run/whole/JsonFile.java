package fleetpoll.run.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fleetpoll.run.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JSON file that contains a record with the component {@code schemaVersion}.
 *
 * @param path of the file, there or not
 * @param type of the record
 * @param oldest schema version that can be read
 * @param newest schema version that can be read, the one that is written
 * @param writer who writes such a file, in a word or two
 * @param <T> the record
 */
public record JsonFile<T>(Path path, Class<T> type, int oldest, int newest, String writer) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * The record.
   *
   * @throws IOException if the file cannot be read, or is of another schema
   */
  public T read() throws IOException {
    try {
      byte[] json = Files.readAllBytes(path);
      JsonNode version = JSON.readTree(json).path("schemaVersion");
      // Checked before anything else: another version may have another shape.
      if (version.asInt() < oldest || version.asInt() > newest) {
        throw new IOException(
            "%s has %s, and this Fleetpoll reads %s"
                .formatted(
                    path.getFileName(),
                    version.isMissingNode() ? "no schema version" : "schema version " + version,
                    oldest == newest
                        ? "version " + newest
                        : "versions %s to %s".formatted(oldest, newest)));
      }
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IOException(
          "%s is not what %s writes: %s".formatted(path.getFileName(), writer, ParseProblem.of(e)),
          e);
    }
  }

  /** Any value on one line, in the same notation, without the line's end. */
  public static String line(Object value) throws IOException {
    return JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
  }

  /** Writes the file, over one that may be there. */
  public void write(T content) throws IOException {
    byte[] json = JSON.writeValueAsBytes(content);
    new WholeFile(path).write(out -> out.write(json));
  }
}
