package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oshi.spi.SystemInfoProvider;

class OwnProbesTest {

  private static final long SECOND = 1_000_000_000;

  private final SystemInfoProvider machine = Oshi.ofThisMachine();
  private final List<Happening> happenings = new ArrayList<>();

  @Test
  void thisProcessAndItsPauses() {
    GeneratorProbe probe = new GeneratorProbe(Processes.ofThisMachine());
    Sample first = probe.sample(0).orElseThrow();
    System.gc();
    Sample second = probe.sample(SECOND).orElseThrow();

    assertThat(first.cpuCores()).isNull();
    assertThat(first.gcPauseMillis()).isNull();
    assertThat(second.source()).isEqualTo(Source.GENERATOR);
    assertThat(second.cpuCores()).isBetween(0.001, 60.0);
    assertThat(second.gcPauseMillis()).isBetween(1.0, 10_000.0);
    assertThat(second.heapBytes()).isBetween(1_000_000L, Runtime.getRuntime().maxMemory());
    assertThat(second.rssBytes()).isGreaterThan(second.heapBytes());
    assertThat(second.threads()).isBetween(5, 1_000);
    assertThat(second.netRxBytes()).isNull();
  }

  @Test
  void filesThatThisProcessOpensAreCounted(@TempDir Path folder) throws IOException {
    GeneratorProbe probe = new GeneratorProbe(Processes.ofThisMachine());
    long before = probe.sample(0).orElseThrow().openFiles();
    List<OutputStream> opened = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      opened.add(Files.newOutputStream(folder.resolve("file" + i)));
    }
    long after = probe.sample(SECOND).orElseThrow().openFiles();
    for (OutputStream file : opened) {
      file.close();
    }

    assertThat(after - before).isBetween(200L, 400L);
  }

  @Test
  void whatIsNoProcessTellsNoOpenFiles(@TempDir Path folder) {
    assertThat(LocalProcesses.openFilesTold(folder.resolve("fd"))).isZero();
  }

  @Test
  void allProcessorsOfThisMachineAreCounted() {
    assertThat(Machine.processors().orElseThrow())
        .isEqualTo(machine.getHardware().getProcessor().getLogicalProcessorCount())
        .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void thisMachine() {
    HostProbe probe = new HostProbe(machine.getHardware(), new Attempts(happenings::add));
    Sample first = probe.sample(0).orElseThrow();
    Sample second = probe.sample(SECOND).orElseThrow();

    assertThat(first.cpuCores()).isNull();
    assertThat(first.netRxBytes()).isNull();
    assertThat(first.rssBytes())
        .isBetween(10_000_000L, machine.getHardware().getMemory().getTotal());
    assertThat(second.source()).isEqualTo(Source.HOST);
    assertThat(second.netRxBytes()).isNotNegative();
    assertThat(second.netTxBytes()).isNotNegative();
    assertThat(second.threads()).isNull();
    assertThat(happenings).isEmpty();
  }
}
