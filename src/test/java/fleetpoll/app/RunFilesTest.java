package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.Copies;
import fleetpoll.run.Missing;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.shard.ShardedFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFilesTest {

  @TempDir Path path;

  private Run part() throws IOException {
    return new RunFolder(ShardedFleet.shards(path).get(1)).run();
  }

  private RunFiles files(Run run, String... missing) {
    List<Missing> all = List.of(missing).stream().map(file -> new Missing(file, "full")).toList();
    return new RunFiles(new RunFolder(path), Optional.of(run), all, false);
  }

  @Test
  void aPartThatNothingIsMissingOfIsWhole() throws IOException {
    assertThat(files(part()).isWholePart()).isTrue();
    assertThat(files(part(), "devices.html").isWholePart()).isTrue();
    assertThat(files(Copies.with(part(), "interrupted", true)).isWholePart()).isFalse();
    assertThat(files(Copies.with(part(), "shard", null)).isWholePart()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devices.csv",
        "errors.csv",
        "logins.csv",
        "timeline.csv",
        "samples.csv",
        "device-timeline.csv",
        "polls.hlog"
      })
  void aPartIsNotWholeWithoutWhatTheMergeNeeds(String file) throws IOException {
    assertThat(files(part(), file).isWholePart()).isFalse();
  }
}
