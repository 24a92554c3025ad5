package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Parameter;
import fleetpoll.settings.body.BodySettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which body an endpoint's requests have. */
class BodiesTest {

  private static final byte[] NO_TEXT = {'#', '{', 'x', '}', 0, (byte) 0xff};

  private final Workspace workspace;
  private final Path directory;

  BodiesTest(@TempDir Path directory) {
    this.directory = directory;
    this.workspace = new Workspace(directory);
  }

  private BodySettings body(String... keys) {
    return workspace.loadProfile(profile(keys)).endpoints().get(0).body().orElseThrow();
  }

  private static String profile(String... keys) {
    return "endpoints = [{ name = a, path = /, method = POST, " + String.join(", ", keys) + " }]";
  }

  private byte[] bytes(BodySettings body) {
    byte[] bytes = new byte[body.bytes().remaining()];
    body.bytes().duplicate().get(bytes);
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "a.json, application/json, true",
    "A.JSON, application/json, true",
    "a.ndjson, application/x-ndjson, true",
    "a.senml, application/senml+json, true",
    "a.xml, application/xml, false",
    "a.csv, text/csv; charset=utf-8, false",
    "a.txt, text/plain; charset=utf-8, false",
    "a.unknown, text/plain; charset=utf-8, false",
    "json, application/json, true",
    "a, text/plain; charset=utf-8, false"
  })
  void theEndingOfATextSaysItsType(String file, String type, boolean isJson) {
    BodySettings body = body("body = " + workspaceWith(file, "#{tick}"));
    assertThat(body.type()).isEqualTo(type);
    assertThat(body.isJson()).isEqualTo(isJson);
    assertThat(body.text()).isEqualTo("#{tick}");
  }

  private String workspaceWith(String file, String text) {
    workspace.with(file, text);
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    "a.bin, application/octet-stream",
    "a.pb, application/x-protobuf",
    "a.cbor, application/cbor",
    "a.json.gz, application/gzip",
    "a.png, image/png",
    "a.unknown, application/octet-stream",
    "a, application/octet-stream"
  })
  void whatIsNoTextIsTakenByteForByte(String file, String type) throws IOException {
    Files.write(directory.resolve(file), NO_TEXT);
    BodySettings body = body("body = " + file);
    assertThat(body.type()).isEqualTo(type);
    assertThat(body.isText()).isFalse();
    assertThat(body.cut().names()).isEmpty();
    assertThat(bytes(body)).isEqualTo(NO_TEXT);
  }

  @Test
  void aTextHasNoControlCharactersButThoseThatLayItOut() {
    assertThat(body("body = " + workspaceWith("a.unknown", "#{x}\u0000")).isText()).isFalse();
    assertThat(body("body = " + workspaceWith("a.unknown", "a\t\r\n\fü")).isText()).isTrue();
  }

  @Test
  void aBinaryFileThatLooksLikeTextStaysOne() {
    assertThat(body("body = " + workspaceWith("a.bin", "#{x}")).isText()).isFalse();
  }

  @Test
  void aFileWhoseEndingSaysTextMustBeOne() throws IOException {
    Files.write(directory.resolve("a.json"), "\"ü\"".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(workspace.problemsOfProfile(profile("body = a.json")))
        .containsExactly(
            "endpoints[0].body = a.json (p.conf:1): must be text in UTF-8, but line 1 contains the"
                + " byte fc, as in Latin-1 or Windows-1252");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          "{\\"a\\": 1}" | application/json | true
          "  [1]"            | application/json | true
          "a=1"              | text/plain; charset=utf-8 | false
          "#{device}"        | text/plain; charset=utf-8 | false
          "a", headers { content-type = "application/vnd.a+JSON; v=1" } | application/vnd.a+JSON; v=1 | true
          "{}", headers { Content-Type = "text/xml" } | text/xml | true
          """)
  void aTextInPlaceBeginsAsJsonOrIsPlain(String text, String type, boolean isJson) {
    BodySettings body = body("text = " + text);
    assertThat(body.type()).isEqualTo(type);
    assertThat(body.isJson()).isEqualTo(isJson);
    assertThat(body.isGzip()).isFalse();
  }

  @Test
  void valuesAreEscapedInJsonAlone() {
    assertThat(body("text = \"{}\"").inserted("a\"b\\ü"))
        .isEqualTo("a\\\"b\\\\ü".getBytes(StandardCharsets.UTF_8));
    assertThat(body("text = \"a\"").inserted("a\"b\\ü"))
        .isEqualTo("a\"b\\ü".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          body = a.json, text = "x" | .text = x (p.conf:1): must not be given next to a body; keep one
          text = "" | .text = "" (p.conf:1): must not be empty
          text = [1] | .text = [1] (p.conf:1): must be a single value, not a list
          text = "#{nowt}" | .text = #{nowt} (p.conf:1): has unknown #{nowt}; available: #{device}, #{now}, #{now.millis}, #{tick}, #{random.uuid}, #{random.int(0, 100)}
          text = "#{random.int(9, 1)}" | .text = #{random.int(9, 1)} (p.conf:1): has #{random.int(9, 1)}, whose bounds are the wrong way round: #{random.int(1, 9)}
          query { q = "#{random.int(1)}" } | .query.q = #{random.int(1)} (p.conf:1): has #{random.int(1)}, which must be two whole numbers of up to 18 digits, the lower first: #{random.int(0, 100)}
          gzip = true | .gzip = true (p.conf:1): must be false unless there is a body or a text
          gzip = yes | .gzip = yes (p.conf:1): must be true or false
          text = a, gzip = true, headers { content-encoding = br } | .headers.content-encoding (p.conf:1): must not be given if gzip is true: the device sends its own
          txt = a | .txt (p.conf:1): unknown; did you mean text?
          """)
  void oneProblem(String keys, String problem) {
    workspace.with("a.json", "{}");
    assertThat(workspace.problemsOfProfile(profile(keys)))
        .containsExactly("endpoints[0]" + problem);
  }

  @ParameterizedTest
  @CsvSource({"GET", "HEAD"})
  void aMethodWithoutBodyHasNone(String method) {
    String allowed =
        " = x (p.conf:1): must not be given if method is %s, whose requests have no body: POST,"
            + " PUT or PATCH have one";
    workspace.with("x", "x");
    for (String key : new String[] {"body", "text"}) {
      assertThat(
              workspace.problemsOfProfile(
                  "endpoint.method = %s, endpoints = [{ name = a, path = /, %s = x }]"
                      .formatted(method, key)))
          .containsExactly("endpoints[0]." + key + allowed.formatted(method));
    }
  }

  private String shown(String... keys) {
    return workspace.loadProfile(profile(keys)).inForce().stream()
        .filter(parameter -> parameter.key().equals("endpoints"))
        .map(parameter -> parameter.value() + parameter.normal())
        .findFirst()
        .orElseThrow();
  }

  private String meaning(String... keys) {
    return workspace.loadProfile(profile(keys)).inForce().stream()
        .filter(parameter -> parameter.key().equals("endpoints"))
        .map(Parameter::normal)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aBodyMeansTheSameHoweverItIsWritten() {
    workspace.with("a.json", "{}").with("b.txt", "{}");
    String meaning = meaning("body = a.json");
    assertThat(meaning("text = \"{}\"")).isEqualTo(meaning);
    assertThat(meaning("text = \"{}\"", "gzip = false")).isEqualTo(meaning);
    assertThat(meaning("text = \"{}\"", "gzip = true")).isNotEqualTo(meaning);
    assertThat(meaning("body = b.txt")).isNotEqualTo(meaning);
    String typed = ", headers { Content-Type = a/b }";
    assertThat(meaning("body = b.txt" + typed)).isEqualTo(meaning("body = a.json" + typed));
  }

  @Test
  void aSecretInAnInPlaceTextIsNotShown() {
    assertThat(shown("text = \"{\\\"password\\\": \\\"hush\\\", \\\"user\\\": \\\"me\\\"}\""))
        .doesNotContain("hush")
        .contains("me");
  }
}
