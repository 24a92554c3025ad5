package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Unit;
import org.junit.jupiter.api.Test;

class CheckViewTest {

  @Test
  void aFigureIsNeverRoundedOntoItsLimit() {
    assertThat(view(false, 50, 50.00001, Unit.MILLIS).measured()).isEqualTo("50.001 ms");
    assertThat(view(true, 99.9, 99.89999, Unit.PERCENT).measured()).isEqualTo("99.899 %");
    assertThat(view(false, 50, 50.0, Unit.MILLIS).measured()).isEqualTo("50 ms");
  }

  @Test
  void limitsHaveTheirUnitAndTheirSide() {
    assertThat(view(true, 99.9, null, Unit.PERCENT).limit()).isEqualTo("≥ 99.9 %");
    assertThat(view(false, 314_572_800, null, Unit.BYTES).limit()).isEqualTo("≤ 314.573 MB");
    assertThat(view(false, 1.5, null, Unit.CORES).limit()).isEqualTo("≤ 1.5 cores");
    assertThat(view(false, 1, null, Unit.CORES).limit()).isEqualTo("≤ 1 core");
    assertThat(view(true, 1_000, null, Unit.COUNT).limit()).isEqualTo("≥ 1,000");
  }

  @Test
  void whatHasNoFigureWasNotMeasured() {
    assertThat(view(false, 50, null, Unit.MILLIS).measured()).isEqualTo("not measured");
    assertThat(view(false, 50, Double.NaN, Unit.MILLIS).measured()).isEqualTo("not measured");
  }

  private static CheckView view(boolean atLeast, double limit, Double measured, Unit unit) {
    return new CheckView(new Check("key", "text", atLeast, limit, measured, unit, Status.FAIL));
  }
}
