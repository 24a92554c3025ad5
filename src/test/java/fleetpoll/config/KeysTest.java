package fleetpoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of another program than Fleetpoll, of which only the declared keys are known. */
class KeysTest {

  private static final Keys TABLE = new Keys();
  private static final Key<Long> PORT = TABLE.add(Key.of("http.port", new WholeNumber(1, 9)));
  private static final Key<List<String>> HOSTS =
      TABLE.add(Key.ofList("http.hosts", TextPattern.NOT_EMPTY));
  private static final Key<String> USER =
      TABLE.add(Key.of("user", TextPattern.NOT_EMPTY).optional());
  private static final Key<String> TOKEN =
      TABLE.add(Key.ofSecret("token", TextPattern.TOKEN, text -> "***"));
  private static final Key<Setting> RULES = TABLE.add(Key.ofFiles("rules"));

  private static final String CONF =
      "token = a\nrules = [ { a = 1 } ]\nhttp { port = 5, hosts = [x, y] }\n";

  @TempDir Path directory;

  private final Problems problems = new Problems();

  private Layers layers(String conf, Map<String, String> commandLine) throws IOException {
    Files.writeString(directory.resolve("mail.conf"), conf);
    URL[] classPath = {directory.toUri().toURL()};
    try (URLClassLoader resources = new URLClassLoader(classPath, null)) {
      Defaults defaults = new Defaults("mail.conf", Optional.empty(), "small", "./mine.conf");
      return Layers.read(
              defaults, commandLine, directory, resources, new Environment(Map.of()), problems)
          .orElseThrow();
    }
  }

  private List<String> problems(String conf, Map<String, String> commandLine) throws IOException {
    Layers layers = layers(conf, commandLine);
    TABLE.check(layers, problems);
    TABLE.refuseOthers(layers, problems);
    return problems.inOrder(TABLE).stream().map(Problem::toString).toList();
  }

  @Test
  void whatIsRightCanBeReadAfterwards() throws IOException {
    Checked values = TABLE.check(layers(CONF, Map.of("http.hosts", "p, q")), problems);

    assertThat(problems.isEmpty()).isTrue();
    assertThat(values.get(PORT)).isEqualTo(5);
    assertThat(values.get(HOSTS)).containsExactly("p", "q");
    assertThat(values.get(TOKEN)).isEqualTo("a");
    assertThat(values.find(USER)).isEmpty();
    assertThat(values.get(RULES).items()).hasValueSatisfying(list -> assertThat(list).hasSize(1));
  }

  @Test
  void theOrderIsThatOfTheTableAndASecretIsNotShown() throws IOException {
    assertThat(TABLE.inForce(layers(CONF, Map.of("http.port", "7"))))
        .containsExactly(
            new Parameter("http.port", "7", "-Dhttp.port", "7"),
            new Parameter("http.hosts", "[\"x\",\"y\"]", "conf/mail.conf:3", "[\"x\",\"y\"]"),
            new Parameter("token", "***", "conf/mail.conf:1"),
            new Parameter("rules", "[{\"a\":1}]", "conf/mail.conf:2", "[{\"a\":1}]"));
  }

  @Test
  void everyProblemIsFoundInTheOrderOfTheTable() throws IOException {
    assertThat(
            problems(
                "tokn = a\ntoken = \"a b\"\nhttp { port = 12 }\nrules = []",
                Map.of("rules", "x", "usr", "me", "http.prt", "1")))
        .containsExactly(
            "http.port = 12 (conf/mail.conf:3): must be a whole number from 1 to 9",
            "http.hosts (conf/mail.conf): missing",
            "token = *** (conf/mail.conf:2): must be a token of RFC 9110: letters, digits, -, _"
                + " and the like",
            "rules (-Drules): rules cannot be on the command line: write it into a profile and"
                + " give -Dprofile=./mine.conf",
            "tokn (conf/mail.conf:1): unknown; did you mean token?",
            "http.prt (-Dhttp.prt): unknown; did you mean http.port?",
            "usr (-Dusr): unknown; did you mean user?");
  }

  @Test
  void whatIsWrongCannotBeRead() throws IOException {
    Checked values = TABLE.check(layers(CONF, Map.of("http.port", "x")), problems);

    assertThat(values.has(PORT, HOSTS)).isFalse();
    assertThat(values.written(PORT).written()).isEqualTo("x");
    assertThatIllegalStateException()
        .isThrownBy(() -> values.get(PORT))
        .withMessage("no value of http.port");
  }
}
