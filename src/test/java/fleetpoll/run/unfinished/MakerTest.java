package fleetpoll.run.unfinished;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakerTest {

  private static final Instant CHANGED = Instant.EPOCH.plusSeconds(10_000);
  private static final Instant SOON = CHANGED.plus(Maker.SILENCE).minusSeconds(1);
  private static final Instant LATER = CHANGED.plus(Maker.SILENCE);

  @TempDir Path run;

  @BeforeEach
  void prepare() throws Exception {
    touch("timeline.csv", CHANGED);
    touch("run.json", Instant.EPOCH);
    touch("devices.html", LATER);
  }

  private void touch(String name, Instant changed) throws Exception {
    Path file = Files.writeString(run.resolve(name), "");
    Files.setLastModifiedTime(file, FileTime.from(changed));
  }

  @Test
  void aProcessOfThisMachineIsSeen() {
    Maker self = Maker.ofThisProcess();

    assertThat(self.progress(run, LATER)).isEqualTo(Progress.GOES_ON);
    assertThat(new Maker(self.pid(), Instant.EPOCH, self.host()).progress(run, SOON))
        .as("another process that has its id by now")
        .isEqualTo(Progress.CUT_SHORT);
  }

  @Test
  void aProcessOfAnotherMachineIsKnownByItsFilesOnly() {
    Maker other = new Maker(1, Instant.EPOCH, "not-this-host");

    assertThat(other.progress(run, SOON)).isEqualTo(Progress.UNKNOWN);
    assertThat(other.progress(run, Instant.EPOCH)).as("clocks").isEqualTo(Progress.UNKNOWN);
    assertThat(other.progress(run, LATER)).isEqualTo(Progress.CUT_SHORT);
    assertThat(new Maker(1, null, null).progress(run, SOON)).isEqualTo(Progress.UNKNOWN);
  }

  @Test
  void aCheckpointIsAChangeToo() throws Exception {
    touch("checkpoint", LATER);

    assertThat(new Maker(1, null, null).progress(run, LATER)).isEqualTo(Progress.UNKNOWN);
  }
}
