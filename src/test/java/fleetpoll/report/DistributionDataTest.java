package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.DistributionData.Curve;
import fleetpoll.run.Distribution;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class DistributionDataTest {

  @Test
  void aCurveRunsFromTheFastestToTheSlowest() {
    DistributionData data =
        DistributionData.of(
            List.of("A", "B"), List.of(distribution("B", 1_000), distribution("A", 10)));

    assertThat(data.x()).startsWith(1.0).endsWith(1_000.0).isSorted().hasSize(73);
    Curve b = data.curves().get(0);
    assertThat(b.endpoint()).isEqualTo(1);
    assertThat(b.ms()).hasSize(73);
    assertThat(b.ms().get(0)).isEqualTo(1.0);
    assertThat(b.ms().get(24)).as("p90").isBetween(891.0, 909.0);
    assertThat(b.ms().get(48)).as("p99").isBetween(980.0, 1_000.0);
    assertThat(b.ms().get(72)).as("the slowest").isBetween(990.0, 1_010.0);
    assertThat(data.curves().get(1).ms()).as("ends at its own slowest").hasSize(25);
  }

  @Test
  void whatHasNoDurationsHasNoCurve() {
    DistributionData data = DistributionData.of(List.of("A"), List.of(distribution("A", 0)));

    assertThat(data.curves()).isEmpty();
    assertThat(data.x()).containsExactly(1.0);
  }

  /** 1 ms, 2 ms, … */
  private static Distribution distribution(String endpoint, int count) {
    Histogram micros = new Histogram(2);
    for (int i = 1; i <= count; i++) {
      micros.recordValue(i * 1_000L);
    }
    return new Distribution(endpoint, "service", micros);
  }
}
