package fleetpoll.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OpenFilesTest {

  @Test
  void aMergeSaysBeforehandThatItWouldRunOutOfThem() {
    assertThat(OpenFiles.shortage(462, OptionalLong.of(1_024))).isEmpty();
    assertThat(OpenFiles.shortage(463, OptionalLong.of(1_024)))
        .contains(
            "463 shards need 1,026 open files at once, and this process may open 1,024: raise"
                + " ulimit -n");
    assertThat(OpenFiles.shortage(10_000, OptionalLong.empty())).isEmpty();
  }
}
