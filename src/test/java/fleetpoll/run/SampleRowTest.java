package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.stall.Stall;
import fleetpoll.stall.Stalls;
import fleetpoll.watch.Sample;
import fleetpoll.watch.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleRowTest {

  private static final long MS = 1_000_000;

  @Test
  void aStallBelongsToTheGeneratorsSamplesOfItsTime() {
    Stalls stalls =
        new Stalls(
            List.of(
                new Stall(1, -500 * MS, -400 * MS),
                new Stall(1, 1_020 * MS, 1_050 * MS),
                new Stall(2, 1_040 * MS, 1_060 * MS),
                new Stall(1, 1_900 * MS, 2_100 * MS)));

    List<Sample> samples = ResourceExamples.samples(3);
    List<SampleRow> rows = new ArrayList<>();
    Long generatorNanos = null;
    for (Sample sample : samples) {
      rows.add(SampleRow.of(sample, generatorNanos, stalls, 1_000 * MS));
      boolean isGenerator = sample.source() == Source.GENERATOR;
      generatorNanos = isGenerator ? Long.valueOf(sample.atNanos()) : generatorNanos;
    }

    assertThat(rows).extracting(SampleRow::tS).startsWith(-1.0, -1.0, -1.0, 0.0).endsWith(2.0);
    assertThat(rows)
        .filteredOn(row -> row.source().equals("generator"))
        .extracting(SampleRow::stallMs)
        .containsExactly(null, 0.0, 140.0, 100.0);
    assertThat(rows)
        .filteredOn(row -> row.source().equals("generator"))
        .extracting(SampleRow::stallMaxMs)
        .containsExactly(null, 0.0, 100.0, 100.0);
    assertThat(rows)
        .filteredOn(row -> !row.source().equals("generator"))
        .extracting(SampleRow::stallMs)
        .containsOnlyNulls();
  }
}
