package fleetpoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the files in src/main/deploy repeat is the same everywhere. */
class DeployTest {

  private static final Path DEPLOY = Path.of("src/main/deploy");

  @Test
  void theImageAndSlurmHaveTheFlagsOfMaven() throws IOException {
    List<String> ofMaven =
        List.of(
            found("<fleetpoll.jvmArgs>(.+)</fleetpoll.jvmArgs>", Path.of("pom.xml"))
                .get(0)
                .split(","));

    assertThat(Files.readAllLines(DEPLOY.resolve("java.args"))).containsAll(ofMaven);
  }

  @Test
  void theNumberOfShardsIsOne() throws IOException {
    Path shards = DEPLOY.resolve("kubernetes/shards.yaml");

    assertThat(found("(?:completions: |parallelism: |shard\\.count=)(\\d+)", shards))
        .hasSize(3)
        .containsOnly("4");
  }

  @Test
  void composeHasAsManyShardsAsItSaysAndMergesThemAll() throws IOException {
    Path compose = DEPLOY.resolve("compose.yaml");
    List<String> shards = found("-Dshard\\.index=(\\d+)", compose);

    assertThat(found("shard\\.count = (\\d+)", compose)).containsExactly("" + shards.size());
    assertThat(found("/shard-(\\d+)\"", compose)).isEqualTo(shards);
    assertThat(found("shard-(\\d+): \\{condition", compose)).isEqualTo(shards);
    assertThat(shards).containsExactly("0", "1", "2", "3");
  }

  private static List<String> found(String pattern, Path file) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
