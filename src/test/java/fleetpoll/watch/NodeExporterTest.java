package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NodeExporterTest {

  private static String metrics(double user, double idle, long bytes) {
    return """
        node_cpu_seconds_total{cpu="0",mode="idle"} %1$s
        node_cpu_seconds_total{cpu="0",mode="iowait"} 10
        node_cpu_seconds_total{cpu="0",mode="user"} %2$s
        node_cpu_seconds_total{cpu="1",mode="idle"} %1$s
        node_cpu_seconds_total{cpu="1",mode="user"} 5.5
        node_cpu_guest_seconds_total{cpu="0",mode="user"} 1e9
        node_memory_MemTotal_bytes 8.0e+09
        node_memory_MemAvailable_bytes 6.5e+09
        node_network_receive_bytes_total{device="lo"} 9%3$s
        node_network_receive_bytes_total{device="eth0"} %3$s
        node_network_receive_bytes_total{device="eth1"} 1.5e+06
        node_network_transmit_bytes_total{device="eth0"} 7
        node_disk_read_bytes_total{device="sda"} %3$s
        node_disk_read_bytes_total{device="sda1"} 99999
        node_disk_read_bytes_total{device="dm-0"} 99999
        node_disk_written_bytes_total{device="nvme0n1"} %3$s
        node_disk_written_bytes_total{device="nvme0n1p2"} 99999
        """
        .formatted(idle, user, bytes);
  }

  @Test
  void twoReadingsMakeASample() {
    MachineReading before = NodeExporter.read(metrics(100, 1_000, 4_096));
    MachineReading now = NodeExporter.read(metrics(101, 1_001.5, 5_096));

    Sample sample = now.since(before, Source.TARGET, 42);

    assertThat(sample.atNanos()).isEqualTo(42);
    assertThat(sample.source()).isEqualTo(Source.TARGET);
    assertThat(sample.cpuCores()).isCloseTo(2 * 1.0 / 4.0, within(1e-9));
    assertThat(sample.rssBytes()).isEqualTo(1_500_000_000);
    assertThat(sample.netRxBytes()).isEqualTo(1_000);
    assertThat(sample.netTxBytes()).isZero();
    assertThat(sample.diskReadBytes()).isEqualTo(1_000);
    assertThat(sample.diskWriteBytes()).isEqualTo(1_000);
    assertThat(sample.threads()).isNull();
  }

  @Test
  void theFirstReadingKnowsNoRates() {
    Sample sample = NodeExporter.read(metrics(1, 2, 3)).since(null, Source.TARGET, 0);

    assertThat(sample.cpuCores()).isNull();
    assertThat(sample.netRxBytes()).isNull();
    assertThat(sample.rssBytes()).isEqualTo(1_500_000_000);
  }

  @Test
  void aMachineThatWasRestartedHasNoNegativeRates() {
    Sample sample =
        NodeExporter.read(metrics(1, 2, 3))
            .since(NodeExporter.read(metrics(100, 200, 300)), Source.TARGET, 0);

    assertThat(sample.cpuCores()).isNull();
    assertThat(sample.netRxBytes()).isNull();
    assertThat(sample.diskReadBytes()).isNull();
  }

  @Test
  void whatIsMissingOrNoNumberIsNotKnown() {
    String little =
        """
        node_cpu_seconds_total{cpu="0",mode="idle"} 1
        node_memory_MemTotal_bytes 8
        node_memory_MemAvailable_bytes NaN
        node_disk_read_bytes_total{device="dm-0"} 99999
        """;

    MachineReading reading = NodeExporter.read(little);

    assertThat(reading.usedBytes()).isNull();
    assertThat(reading.netRxBytes()).isNull();
    assertThat(reading.diskReadBytes()).isNull();
  }

  @Test
  void otherMetricsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NodeExporter.read("http_requests_total 5"))
        .withMessageContaining("no node exporter");
  }
}
