package fleetpoll.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.SettingsLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppointmentTest {

  private static final Instant FIRST_TICK = Instant.parse("2026-11-30T09:30:00Z");
  private static final long SECOND = 1_000_000_000;
  private static final long LEAD = SECOND / 10;

  private final Appointment atOnce = Appointment.of(SettingsLoader.load(Map.of(), Path.of("")));
  private final Appointment given =
      Appointment.of(
          SettingsLoader.load(
              Map.of("start-at", FIRST_TICK.toString(), "warm-up", "5s"), Path.of("")));

  @Test
  void withoutOneAFleetBeginsAMomentAfterItIsReady() {
    FleetClock clock = atOnce.clock(new Moment(FIRST_TICK, 7));

    assertThat(clock).isEqualTo(new FleetClock(7 + LEAD, FIRST_TICK.plusNanos(LEAD)));
    assertThat(atOnce.waitNanos(FIRST_TICK)).isZero();
    assertThat(atOnce.lateNanos(FIRST_TICK)).isZero();
  }

  @Test
  void theWarmUpEndsAtTheInstant() {
    Instant now = FIRST_TICK.minusSeconds(8);

    assertThat(given.waitNanos(now)).isEqualTo(3 * SECOND - LEAD);
    assertThat(given.lateNanos(now)).isZero();
    assertThat(given.clock(new Moment(now, 7)))
        .isEqualTo(new FleetClock(7 + 3 * SECOND, FIRST_TICK.minusSeconds(5)));
  }

  @Test
  void aLateFleetIsNotShifted() {
    Instant now = FIRST_TICK.minusSeconds(2);

    assertThat(given.waitNanos(now)).isZero();
    assertThat(given.lateNanos(now)).isEqualTo(3 * SECOND);
    assertThat(given.clock(new Moment(now, 7)))
        .isEqualTo(new FleetClock(7 - 3 * SECOND, FIRST_TICK.minusSeconds(5)));
  }
}
