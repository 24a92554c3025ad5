package fleetpoll.run.unfinished;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MakerTest {

  private static final Instant CHANGED = Instant.EPOCH.plusSeconds(10_000);
  private static final Instant SOON = CHANGED.plus(Maker.SILENCE).minusSeconds(1);
  private static final Instant LATER = CHANGED.plus(Maker.SILENCE);

  @TempDir Path run;
  private final Maker self = Maker.ofThisProcess();

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

  private static Maker of(Maker process, Instant started, String pidNamespace) {
    return new Maker(process.pid(), started, process.host(), pidNamespace);
  }

  @Test
  void aProcessOfThisMachineIsSeen() {
    assertThat(self.progress(run, LATER)).isEqualTo(Progress.GOES_ON);
    assertThat(of(self, Instant.EPOCH, self.pidNamespace()).progress(run, SOON))
        .as("another process that has its id by now")
        .isEqualTo(Progress.CUT_SHORT);
  }

  @Test
  void aClockThatIsSetMeanwhileMakesNoOtherProcess() {
    for (long seconds : new long[] {-4, 4}) {
      Maker before = of(self, self.started().plusSeconds(seconds), self.pidNamespace());
      assertThat(before.progress(run, LATER)).isEqualTo(Progress.GOES_ON);
    }
    Maker earlier = of(self, self.started().minusSeconds(5), self.pidNamespace());
    assertThat(earlier.progress(run, SOON)).isEqualTo(Progress.CUT_SHORT);
  }

  /** As with {@code podman run --network host}: the host's name, and ids of its own. */
  @Test
  void aContainerWithTheHostsNameIsKnownByItsFilesOnly() {
    Maker container = of(self, Instant.EPOCH, "pid:[1]");

    assertThat(container.progress(run, SOON)).isEqualTo(Progress.UNKNOWN);
    assertThat(container.progress(run, LATER)).isEqualTo(Progress.CUT_SHORT);
  }

  @Test
  void aProcessOfAnEarlierFleetpollIsSeenByTheHostsName() {
    assertThat(of(self, self.started(), null).progress(run, LATER)).isEqualTo(Progress.GOES_ON);
    assertThat(of(self, Instant.EPOCH, null).progress(run, SOON)).isEqualTo(Progress.CUT_SHORT);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void onLinuxTheIdsHaveTheirNamespace() {
    assertThat(self.pidNamespace()).matches("pid:\\[\\d+]");
  }

  @Test
  void aProcessOfAnotherMachineIsKnownByItsFilesOnly() {
    Maker other = new Maker(1, Instant.EPOCH, "not-this-host", self.pidNamespace());

    assertThat(other.progress(run, SOON)).isEqualTo(Progress.UNKNOWN);
    assertThat(other.progress(run, Instant.EPOCH)).as("clocks").isEqualTo(Progress.UNKNOWN);
    assertThat(other.progress(run, LATER)).isEqualTo(Progress.CUT_SHORT);
    assertThat(new Maker(1, null, null, null).progress(run, SOON)).isEqualTo(Progress.UNKNOWN);
  }

  @Test
  void aCheckpointIsAChangeToo() throws Exception {
    touch("checkpoint", LATER);

    assertThat(new Maker(1, null, null, null).progress(run, LATER)).isEqualTo(Progress.UNKNOWN);
  }
}
