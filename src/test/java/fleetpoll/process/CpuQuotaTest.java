package fleetpoll.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File systems as Linux shows them, of both versions of control groups. */
class CpuQuotaTest {

  private static final String VERSION_2 =
      "30 23 0:26 %s /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate\n";
  private static final String VERSION_1 =
      "33 31 0:30 %s /sys/fs/cgroup/cpu,cpuacct rw,relatime - cgroup cgroup rw,cpu,cpuacct\n"
          + "34 31 0:31 / /sys/fs/cgroup/cpuset rw,relatime - cgroup cgroup rw,cpuset\n";

  @TempDir Path root;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void mounted(String mounts, String groups) throws IOException {
    write("proc/self/mountinfo", "23 1 8:1 / / rw - ext4 /dev/sda rw\n" + mounts);
    write("proc/self/cgroup", groups);
  }

  private CpuQuota quota() {
    return CpuQuota.of(root);
  }

  @Test
  void halfACoreInAContainerOfVersion2() throws IOException {
    mounted(VERSION_2.formatted("/"), "0::/\n");
    write("sys/fs/cgroup/cpu.max", "50000 100000\n");
    write(
        "sys/fs/cgroup/cpu.stat",
        "usage_usec 9\nnr_periods 8\nnr_throttled 7\nthrottled_usec 42\n");

    assertThat(quota().cores()).hasValue(0.5);
    assertThat(quota().coresOf(1)).isEqualTo(0.5);
    assertThat(quota().throttledNanos()).isEqualTo(42_000);
  }

  @Test
  void halfACoreInAContainerOfVersion1() throws IOException {
    mounted(
        VERSION_1.formatted("/libpod/a1"),
        "4:cpuset:/\n3:cpu,cpuacct:/libpod/a1\n1:name=systemd:/\n");
    write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "50000\n");
    write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");
    write(
        "sys/fs/cgroup/cpu,cpuacct/cpu.stat",
        "nr_periods 9\nnr_throttled 8\nthrottled_time 4200\n");

    assertThat(quota().cores()).hasValue(0.5);
    assertThat(quota().throttledNanos()).isEqualTo(4_200);
  }

  @Test
  void theTightestOfAllAboveCounts() throws IOException {
    mounted(VERSION_2.formatted("/"), "0::/user.slice/build.scope/job\n");
    write("sys/fs/cgroup/cpu.max", "100 100\n");
    write("sys/fs/cgroup/user.slice/cpu.max", "150000 100000\n");
    write("sys/fs/cgroup/user.slice/cpu.stat", "throttled_usec 3\n");
    write("sys/fs/cgroup/user.slice/build.scope/cpu.max", "max 100000\n");
    write("sys/fs/cgroup/user.slice/build.scope/cpu.stat", "throttled_usec 900\n");
    write("sys/fs/cgroup/user.slice/build.scope/job/cpu.max", "75000 50000\n");
    write("sys/fs/cgroup/user.slice/build.scope/job/cpu.stat", "throttled_usec 4\n");
    write("sys/fs/cgroup/user.slice/another.scope/cpu.max", "1000 100000\n");

    assertThat(quota().cores()).hasValue(1);
    write("sys/fs/cgroup/cpu.max", "max 100000\n");
    assertThat(quota().cores()).hasValue(1.5);
    assertThat(quota().coresOf(1)).as("a machine smaller than its quota").isEqualTo(1);
    assertThat(quota().throttledNanos()).isEqualTo(7_000);
  }

  @Test
  void bothVersionsAtOnce() throws IOException {
    mounted(
        VERSION_1.formatted("/") + VERSION_2.formatted("/").replace("/cgroup ", "/cgroup/unified "),
        "3:cpu,cpuacct:/job\n0::/job\n");
    write("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us", "25000");
    write("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_period_us", "100000");
    write("sys/fs/cgroup/unified/job/cpu.stat", "usage_usec 9\n");

    assertThat(quota().cores()).hasValue(0.25);
    assertThat(quota().throttledNanos()).isZero();
  }

  @Test
  void aGroupOutsideOfWhatIsMountedIsItsTop() throws IOException {
    mounted(VERSION_2.formatted("/docker/a1"), "0::/../b2\n");
    write("sys/fs/cgroup/cpu.max", "200000 100000");

    assertThat(quota().cores()).hasValue(2);
  }

  @Test
  void withoutAQuotaItIsTheMachine() throws IOException {
    mounted(VERSION_1.formatted("/"), "3:cpu,cpuacct:/\n");
    write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1\n");
    write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");

    assertThat(quota().cores()).isEmpty();
    assertThat(quota().coresOf(2)).isEqualTo(2);
    assertThat(quota().throttledNanos()).isZero();
  }

  @Test
  void filesThatAreMissingOrOddSayNothing() throws IOException {
    assertThat(quota().cores()).isEmpty();
    mounted("odd\n" + VERSION_2.formatted("/"), "odd\n0::/\n");
    write("sys/fs/cgroup/cpu.max", "some 100000");
    assertThat(quota().cores()).isEmpty();
    write("sys/fs/cgroup/cpu.max", "50000 0");
    assertThat(quota().cores()).isEmpty();
    write("sys/fs/cgroup/cpu.max", "50000 100000");
    write("sys/fs/cgroup/cpu.stat", "throttled_usec");
    assertThat(quota().throttledNanos()).isZero();
  }
}
