package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.SampleRow;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResourceDataTest {

  @Test
  void theWarmUpIsLeftOutAndWhatIsUnknownStaysSo() throws IOException {
    ResourceData data =
        ResourceData.of(
            List.of(
                    row(-1.0, "target", 1.9, 99_000_000L),
                    row(0.0, "target", null, 88_000_000L),
                    row(1.0, "target", 0.3126, null),
                    row(1.0, "generator", 0.5, 240_000_000L, 12.5))
                ::forEach);

    assertThat(data.sources()).containsOnlyKeys("target", "generator");
    ResourceData.Lines target = data.sources().get("target");
    assertThat(target.tS()).containsExactly(0.0, 1.0);
    assertThat(target.cpuCores()).containsExactly(null, 0.313);
    assertThat(target.rssMb()).containsExactly(88.0, null);
    assertThat(target.stallMs()).isEmpty();
    assertThat(data.sources().get("generator").stallMs()).containsExactly(12.5);
  }

  @Test
  void tooManySamplesAreJoinedWithoutLosingThePeakOfMemory() throws IOException {
    List<SampleRow> rows =
        IntStream.range(0, 7_200)
            .mapToObj(
                t ->
                    row(
                        t,
                        "generator",
                        t % 2 == 0 ? 1.0 : 2.0,
                        t == 101 ? 9_000_000L : 1_000_000L,
                        t == 101 ? 3_000.0 : 0.0))
            .toList();

    ResourceData.Lines lines = ResourceData.of(rows::forEach).sources().get("generator");

    assertThat(lines.tS()).hasSize(3_600).startsWith(1.0, 3.0);
    assertThat(lines.cpuCores()).containsOnly(1.5);
    assertThat(lines.rssMb().get(50)).isEqualTo(9.0);
    assertThat(lines.stallMs()).hasSize(3_600).startsWith(0.0);
    assertThat(lines.stallMs().get(50)).isEqualTo(3_000.0);
  }

  private static SampleRow row(double t, String source, Double cpu, Long rss) {
    return row(t, source, cpu, rss, null);
  }

  private static SampleRow row(double t, String source, Double cpu, Long rss, Double stallMax) {
    return new SampleRow(
        t, source, cpu, rss, null, null, null, null, null, null, null, null, stallMax, stallMax);
  }
}
