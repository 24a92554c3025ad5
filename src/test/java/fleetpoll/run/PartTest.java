package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Figure;
import fleetpoll.shard.ShardedFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {

  @TempDir Path parent;

  @Test
  void aPartDoesNotKnowWhatTheServerUsedForIt() throws IOException {
    Run part = new RunFolder(ShardedFleet.shards(parent).get(0)).run();
    Resources used =
        Copies.with(
            Copies.with(part.resources(), "cpuMsPerRequest", 0.5), "mbPerThousandDevices", 80.0);
    part =
        Copies.with(
            Copies.with(part, "resources", used), "devices", Collections.nCopies(1_000, "a"));
    Run whole = Copies.with(part, "shard", null);

    assertThat(whole.figure(Figure.CPU_PER_REQUEST, null)).isEqualTo(0.5);
    assertThat(whole.mbPerThousandDevices()).isEqualTo(80.0);
    assertThat(part.figure(Figure.CPU_PER_REQUEST, null)).isNull();
    assertThat(part.mbPerThousandDevices()).isNull();
  }
}
