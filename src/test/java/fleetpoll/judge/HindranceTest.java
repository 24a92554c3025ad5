package fleetpoll.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import org.junit.jupiter.api.Test;

class HindranceTest {

  @Test
  void itsLimitIsReadableAndNotAboveTheExcess() {
    Check check =
        new Hindrance("share", 0.133884297521, 0.2338, Unit.PERCENT, "It did.")
            .check("slo.missed", Status.FAIL);

    assertThat(check.limitText()).isEqualTo("at most 0.133 %");
    assertThat(check.measuredText()).isEqualTo("0.23 %");
  }
}
