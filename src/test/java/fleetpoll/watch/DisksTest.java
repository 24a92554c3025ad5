package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisksTest {

  @ParameterizedTest
  @ValueSource(strings = {"sda", "sdab", "/dev/vda", "nvme0n1", "/dev/nvme1n2", "mmcblk0", "disk0"})
  void wholeDisks(String device) {
    assertThat(Disks.isWhole(device)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sda1",
        "/dev/vda15",
        "nvme0n1p1",
        "mmcblk0p2",
        "dm-0",
        "/dev/dm-12",
        "md127",
        "loop0",
        "zram0",
        "ram3",
        "sr0"
      })
  void partsAndWhatIsMadeOfOthers(String device) {
    assertThat(Disks.isWhole(device)).isFalse();
  }
}
