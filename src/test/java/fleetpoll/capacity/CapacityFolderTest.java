package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityFolderTest {

  @TempDir Path directory;

  private CapacityFolder folder() {
    return new CapacityFolder(directory.resolve("new/capacity"));
  }

  private Path json() {
    return folder().path().resolve(CapacityFolder.CAPACITY);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    for (Capacity capacity :
        new Capacity[] {
          CapacityExamples.found(),
          CapacityExamples.threeServers(),
          CapacityExamples.ofGenerator(),
          CapacityExamples.empty()
        }) {
      folder().write(capacity);
      assertThat(folder().read()).isEqualTo(capacity);
    }
  }

  @Test
  void thePageIsDrawnFromTheFolderAlone() throws IOException {
    folder().write(CapacityExamples.found());

    String first = Files.readString(CapacityFiles.draw(folder()));

    assertThat(Files.readString(CapacityFiles.draw(folder()))).isEqualTo(first);
    assertThat(first)
        .contains("At least 357 devices, fewer than 375")
        .contains("href=\"../devicepollsimulation-20260101001000000/devices.html\"");
  }

  @Test
  void theTableHasARowPerTrialAndColumnsPerEndpoint() throws IOException {
    folder().write(CapacityExamples.threeServers());

    assertThat(Files.readAllLines(folder().table()))
        .hasSize(1 + CapacityExamples.threeServers().trials().size())
        .startsWith(
            "trial,target,devices,outcome,verdict,broken_levels,generator_limits,start,window_s,"
                + "success_percent,missed_percent,planned_per_s,throughput_per_s,server_cores,"
                + "server_cores_peak,cores,server_mb_peak,A_p50_ms,A_p99_ms,A_response_p99_ms,"
                + "B_p50_ms,B_p99_ms,B_response_p99_ms,run",
            "1,falcon,50,holds,PASS,,,2026-01-01T00:01:00Z,30,100,0,110,110,0.136986,0.150685,2,62,"
                + "1.14841,3.44524,4.13428,1.72262,6.89047,7.57952,"
                + "\"../devicepollsimulation-20260101001000000\"")
        .anyMatch(row -> row.contains(",fails,FAIL,\"slo.success slo.a.p99\",,"));
  }

  @Test
  void withoutTrialsTheTableHasItsHeader() throws IOException {
    folder().write(CapacityExamples.empty());

    assertThat(Files.readAllLines(folder().table()))
        .singleElement()
        .asString()
        .startsWith("trial,target,devices,")
        .endsWith(",server_mb_peak,run");
  }

  @Test
  void halfAFileIsNoSearch() throws IOException {
    folder().write(CapacityExamples.found());
    Files.writeString(json(), "{");

    assertThatIOException()
        .isThrownBy(() -> folder().read())
        .withMessageStartingWith("capacity.json is not what a search for a capacity writes: ");
  }

  @Test
  void whatLacksItsClaimOrATrialsFiguresIsNoSearch() throws IOException {
    folder().write(CapacityExamples.found());
    String whole = Files.readString(json());

    Files.writeString(json(), whole.replace("\"claim\"", "\"claims\""));
    assertThatIOException()
        .isThrownBy(() -> folder().read())
        .withMessageContaining("is incomplete");
    Files.writeString(json(), whole.replaceFirst("\"figures\"", "\"figure\""));
    assertThatIOException()
        .isThrownBy(() -> folder().read())
        .withMessageStartingWith("capacity.json is not what a search for a capacity writes: ");
  }

  @Test
  void anotherSchemaIsRefused() throws IOException {
    Files.createDirectories(folder().path());
    Files.writeString(json(), "{\"schemaVersion\": 99}");

    assertThatIOException()
        .isThrownBy(() -> folder().read())
        .withMessage("capacity.json has schema version 99, and this Fleetpoll reads version 1");
  }
}
