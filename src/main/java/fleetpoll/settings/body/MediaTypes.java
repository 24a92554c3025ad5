package fleetpoll.settings.body;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The media types of files by their endings. The JDK's own tables depend on the platform; this one
 * does not, so that a fleet sends the same everywhere.
 */
final class MediaTypes {

  static final String JSON = "application/json";
  static final String TEXT = "text/plain; charset=utf-8";
  static final String BINARY = "application/octet-stream";

  private static final Map<String, String> TEXTS =
      Map.of(
          "json", JSON,
          "ndjson", "application/x-ndjson",
          "jsonl", "application/x-ndjson",
          "senml", "application/senml+json",
          "xml", "application/xml",
          "yaml", "application/yaml",
          "yml", "application/yaml",
          "csv", "text/csv; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "txt", TEXT);

  private static final Map<String, String> BINARIES =
      Map.of(
          "bin", BINARY,
          "cbor", "application/cbor",
          "msgpack", "application/vnd.msgpack",
          "pb", "application/x-protobuf",
          "gz", "application/gzip",
          "zip", "application/zip",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "png", "image/png");

  private MediaTypes() {}

  /** The type of a file of text; empty for other endings. */
  static Optional<String> ofText(String file) {
    return Optional.ofNullable(TEXTS.get(ending(file)));
  }

  /** The type of a file that is no text; empty for other endings. */
  static Optional<String> ofBinary(String file) {
    return Optional.ofNullable(BINARIES.get(ending(file)));
  }

  /** Whether what is inserted into a body of this type must be escaped as in a JSON string. */
  static boolean isJson(String type) {
    String bare = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return bare.equals(JSON) || bare.endsWith("+json") || bare.equals("application/x-ndjson");
  }

  private static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
