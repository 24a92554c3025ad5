package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetRowTest {

  @Test
  void theUpperBoundIsNotDividedByWhatTheServerUsedAtTheLowerOne() {
    TargetRow row = TargetRow.of(CapacityExamples.found()).get(0);
    assertThat(row.bounds()).isEqualTo("≥ 357 and < 375");
    assertThat(row.perCore()).isEqualTo("365");
    assertThat(row.perGigabyte()).isEqualTo("4,806");
  }
}
