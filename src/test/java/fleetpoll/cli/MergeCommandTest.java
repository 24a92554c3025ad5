package fleetpoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.shard.ShardedFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {

  @TempDir Path parent;

  private List<Path> shards;

  @BeforeEach
  void store() throws IOException {
    shards = ShardedFleet.shards(parent);
  }

  @Test
  void printsTheMergedRunWhichIsLikeAnyOther() throws IOException {
    CommandRun merged = merge();

    assertThat(merged.err()).isEmpty();
    assertThat(merged.exitCode()).isZero();
    Path folder;
    try (Stream<Path> folders = Files.list(parent)) {
      folder =
          folders
              .filter(path -> path.getFileName().toString().matches("merged-\\d{17}"))
              .findFirst()
              .orElseThrow();
    }
    assertThat(merged.out()).contains("10 devices held", folder.resolve("devices.html").toString());
    assertThat(CommandRun.of("report", folder.toString()).exitCode()).isZero();
    assertThat(CommandRun.of("compare", folder.toString(), merged("other").toString()).err())
        .isEmpty();
  }

  @Test
  void itComparesWithARunOfOneGenerator() throws IOException {
    Path whole = parent.resolve("whole");
    ShardedFleet.whole(whole);

    CommandRun fleets = CommandRun.of("compare", merged("fleet").toString(), whole.toString());
    CommandRun part = CommandRun.of("compare", shards.get(1).toString(), whole.toString());

    assertThat(fleets.err()).isEmpty();
    assertThat(fleets.out()).doesNotContain("do not have the same parameters");
    assertThat(part.out() + part.err())
        .contains("devices played: shard 2 of 4 (")
        .contains("the whole fleet (")
        .doesNotContain("shard.count");
  }

  @Test
  void oneFolderIsMergedNextToItAsOftenAsOneLikes() throws IOException {
    Path results = parent.resolve("all/results");
    ShardedFleet.shards(results);

    assertThat(CommandRun.of("merge", results.toString()).exitCode()).isZero();

    try (Stream<Path> folders = Files.list(parent.resolve("all"))) {
      assertThat(folders.map(path -> path.getFileName().toString()))
          .hasSize(2)
          .anyMatch(name -> name.startsWith("merged-"));
    }
    assertThat(
            CommandRun.of(
                    "merge", results.getParent().toString(), "--to", parent.resolve("b").toString())
                .exitCode())
        .isZero();
  }

  private Path merged(String name) {
    Path to = parent.resolve(name);
    assertThat(merge("--to", to.toString()).exitCode()).isZero();
    return to;
  }

  @Test
  void itsExitCodeIsThatOfARun() throws IOException {
    ShardedFleet.change(shards.get(1), "interrupted", true);

    CommandRun merged = merge("--allow-missing");

    assertThat(merged.exitCode()).isEqualTo(2);
    assertThat(merged.out()).contains("INVALID").contains("(shard 2 of 4) was interrupted");
  }

  @Test
  void saysEverythingForWhichItCannotMerge() throws IOException {
    ShardedFleet.change(shards.get(1), "interrupted", true);
    String missing = parent.resolve("missing").toString();

    CommandRun merged = merge(missing);

    assertThat(merged.exitCode()).isEqualTo(64);
    assertThat(merged.out()).isEmpty();
    assertThat(merged.err().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("Cannot merge: ") && line.endsWith("."))
        .contains("Cannot merge: %s is not a run folder: it holds no run.json.".formatted(missing));
  }

  private CommandRun merge(String... more) {
    List<String> words = new ArrayList<>(List.of("merge"));
    words.addAll(List.of(more));
    shards.forEach(shard -> words.add(shard.toString()));
    return CommandRun.of(words.toArray(String[]::new));
  }
}
