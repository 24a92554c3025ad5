package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTest {

  private static final String ID =
      "must be an id of 1 to 128 printable ASCII characters, no space first or last";

  private final Workspace workspace;

  IdentitiesTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "1, device-0001",
    "9999, device-9999",
    "10000, device-10000",
    "100000, device-100000"
  })
  void numberedOnesHaveTheSameWidth(int devices, String last) {
    List<Identity> identities = workspace.load("devices=" + devices).identities();

    assertThat(identities).hasSize(devices).last().isEqualTo(new Identity(last, Map.of()));
    assertThat(identities).allMatch(identity -> identity.id().length() == last.length());
  }

  @Test
  void aFileNamesThem() {
    FleetSettings settings =
        withIdentities("token,id\r\n\r\n\"a,\"\"b\"\"\",<d 1>\nt2,\"d\"\"2\"\nt3,unused\n")
            .load("identities=ids.csv", "devices=2");

    assertThat(settings.identities())
        .containsExactly(
            new Identity("<d 1>", Map.of("token", "a,\"b\"")),
            new Identity("d\"2", Map.of("token", "t2")));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheHeader() {
    assertThat(problemsOf("\ufeffid\na\n", 2))
        .containsExactly(
            "identities = ids.csv (-Didentities): must have a row for each of 2 devices"
                + " (-Ddevices), but has 1");
  }

  @Test
  void everyWrongRowIsTold() {
    assertThat(
            problemsOf(
                "id,token\nd1,a\nd1,b\n,c\nd2\nd3,a,b\nä,x\nd5,\"a\tb\"\n" + "x".repeat(129) + ",",
                8))
        .containsExactly(
            "identities = d1 (ids.csv:3): repeats the id of line 2",
            "identities = \"\" (ids.csv:4): " + ID,
            "identities (ids.csv:5): must have the 2 columns of the header, but has 1",
            "identities (ids.csv:6): must have the 2 columns of the header, but has 3",
            "identities = ä (ids.csv:7): " + ID,
            "identities (ids.csv:8): the column token must not contain control characters",
            "identities = " + "x".repeat(80) + "... (ids.csv:9): " + ID);
  }

  @Test
  void theLineIsThatOfTheFileNotOfTheRow() {
    assertThat(problemsOf("id,note\n\n\"d1\",\"\n\n\"\nd2,\nd2,\n", 1))
        .containsExactly(
            "identities (ids.csv:3): the column note must not contain control characters",
            "identities = d2 (ids.csv:7): repeats the id of line 6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          token,site   | token,site (ids.csv:1): must have a column id
          id,device    | device (ids.csv:1): must not be a column's name: #{device} is the id
          id,tick      | tick (ids.csv:1): must not be a column's name: #{tick} is the poll's
          id,1st       | 1st (ids.csv:1): must begin with a letter; then letters, digits, _ and -
          id,a,a       | a (ids.csv:1): must be one column only
          """,
      quoteCharacter = '^')
  void headers(String header, String problem) {
    String rows = header.replaceAll("[^,]+", "x") + "\n" + header.replaceAll("[^,]+", "y");

    assertThat(problemsOf(header + "\n" + rows, 1)).containsExactly("identities = " + problem);
  }

  @Test
  void brokenFiles() throws IOException {
    assertThat(problemsOf("", 1))
        .containsExactly("identities (ids.csv:1): must have a header with a column id");
    assertThat(problemsOf("id\nx\n\"abc", 5))
        .containsExactly("identities (ids.csv:3): Missing closing quote for value");
    Files.createDirectory(workspace.directory().resolve("dir.csv"));
    assertThat(workspace.problems("identities=dir.csv"))
        .containsExactly(
            "identities = dir.csv (-Didentities): no such file in the working directory or in"
                + " user-files/resources");
    Files.write(
        workspace.directory().resolve("ids.csv"), new byte[] {'i', 'd', '\n', (byte) 0xff, '\n'});
    assertThat(workspace.problems("identities=ids.csv"))
        .containsExactly(
            "identities (ids.csv:2): must be text in UTF-8, but line 2 contains the byte ff, as in"
                + " Latin-1 or Windows-1252");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id;token\nd1;a,b\n",
        "id\ttoken\r\nd1\ta,b\n",
        "sep=;\r\nid;token\r\nd1;a,b\r\n",
        "\ufeffsep=;\nid;token\nd1;\"a,b\"\n",
        "sep=\t\nid\ttoken\nd1\ta,b\n"
      })
  void semicolonsAndTabsSeparateToo(String csv) {
    assertThat(withIdentities(csv).load("identities=ids.csv", "devices=1").identities())
        .containsExactly(new Identity("d1", Map.of("token", "a,b")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          id;n,m@d1;x@d2;y   | = n,m (ids.csv:1): must not contain a comma: the separator is a semicolon
          id,n;m@d1,x@d2,y   | = n;m (ids.csv:1): must not contain a semicolon: the separator is a comma
          id;n@d1,x@d2;y     | (ids.csv:2): must have the 2 columns of the header, separated by a semicolon, but has 1
          id,n@d1;x@d2,y     | (ids.csv:2): must have the 2 columns of the header, separated by a comma, but has 1
          """)
  void mixedSeparatorsAreNamed(String csv, String problem) {
    assertThat(problemsOf(csv.replace('@', '\n'), 1)).containsExactly("identities " + problem);
  }

  @Test
  void aNamedSeparatorThatTheHeaderDoesNotHave() {
    assertThat(problemsOf("sep=;\nid,n\nd1,x\n", 1))
        .contains(
            "identities = id,n (ids.csv:2): must not contain a comma: the separator is a semicolon");
    assertThat(problemsOf("id;a\tb\nd1;x\n", 1))
        .containsExactly(
            "identities = a\\u0009b (ids.csv:1): must not contain a tab: the separator is a"
                + " semicolon");
  }

  @Test
  void aLineThatNamesTheSeparatorCounts() {
    assertThat(problemsOf("sep=;\nid;token\nd1;a\nd1;b\n", 1))
        .containsExactly("identities = d1 (ids.csv:4): repeats the id of line 3");
    assertThat(problemsOf("sep=;\nid;token\nd1;\"a", 1))
        .containsExactly("identities (ids.csv:3): Missing closing quote for value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void otherEncodingsAreNamed(String encoding) throws IOException {
    byte[] bytes = "id,token\nd1,a\n".getBytes(Charset.forName(encoding));
    Files.write(workspace.directory().resolve("ids.csv"), bytes);

    assertThat(workspace.problems("identities=ids.csv"))
        .containsExactly("identities (ids.csv:1): must be text in UTF-8, but is in UTF-16");
  }

  @Test
  void latin1IsToldWithItsLine() throws IOException {
    byte[] bytes = "id,place\nd1,Bonn\nd2,Köln\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(workspace.directory().resolve("ids.csv"), bytes);

    assertThat(workspace.problems("identities=ids.csv"))
        .containsExactly(
            "identities (ids.csv:3): must be text in UTF-8, but line 3 contains the byte f6, as in"
                + " Latin-1 or Windows-1252");
  }

  @Test
  void aFileThatIsWrongThroughoutIsToldShortly() {
    String rows = IntStream.range(0, 1020).mapToObj(i -> "a,b").collect(Collectors.joining("\n"));

    assertThat(problemsOf("id\n" + rows, 1))
        .hasSize(21)
        .last()
        .isEqualTo("identities (ids.csv): has 1,000 more such problems");
  }

  @Test
  void placeholdersAreTheColumns() {
    String endpoints =
        "endpoints = [{name = a, path = \"/#{%s}/#{device}\", headers {Authorization ="
            + " \"Bearer #{token}\"}}]";
    withIdentities("id,token\nx,y\n");

    assertThat(
            workspace
                .loadProfile(endpoints.formatted("token"), "identities=ids.csv", "devices=1")
                .endpoints())
        .hasSize(1);
    assertThat(
            workspace.problemsOfProfile(
                endpoints.formatted("id"), "identities=ids.csv", "devices=1"))
        .containsExactly(
            "endpoints[0].path = /#{id}/#{device} (p.conf:1): has unknown #{id}; available:"
                + " #{device}, #{token}, #{now}, #{now.millis}, #{tick}, #{random.uuid},"
                + " #{random.int(0, 100)}");
  }

  @Test
  void aFileThatIsMissingSaysNothingAboutPlaceholders() {
    assertThat(
            workspace.problemsOfProfile(
                "endpoints = [{name = a, path = \"/#{token}\"}]", "identities=no.csv"))
        .singleElement()
        .asString()
        .startsWith("identities = no.csv");
  }

  private Workspace withIdentities(String csv) {
    return workspace.with("ids.csv", csv);
  }

  private List<String> problemsOf(String csv, int devices) {
    return withIdentities(csv).problems("identities=ids.csv", "devices=" + devices);
  }
}
