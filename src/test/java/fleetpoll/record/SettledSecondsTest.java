package fleetpoll.record;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.FleetExamples;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.settings.Share;
import fleetpoll.settings.StormSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Seconds wait for devices that say nothing for a while, and not for ever. */
class SettledSecondsTest {

  private static final long SECOND = 1_000_000_000;

  private static FleetSettings awayFor(Duration backOff) {
    FleetSettings fleet =
        FleetExamples.withShares(
            FleetExamples.fleet(2, Duration.ofHours(2), Duration.ofSeconds(1)),
            List.of(Share.EVERY_TICK));
    return FleetExamples.stormy(
        fleet, new StormSettings(List.of(Duration.ofSeconds(10)), backOff, Duration.ZERO));
  }

  /** One device is silent from 10 s on until it is back; the other polls on. */
  private static FleetRecorder silentUntil(FleetSettings settings, long back) {
    FleetRecorder fleet = new FleetRecorder(settings);
    DeviceRecorder silent = fleet.device(0);
    for (long second = 0; second < back + 100; second++) {
      poll(fleet.device(1));
      if (second == back) {
        silent.backOff().comeBack(back * SECOND);
      }
      if (second < 10 || second >= back) {
        poll(silent);
      }
      fleet.settle((second + 1) * SECOND);
    }
    return fleet;
  }

  private static void poll(DeviceRecorder device) {
    long due = device.dueNanos(device.cursor().take(device.cursor().nextDueNanos()));
    long end = due + SECOND / 10;
    device.record(new Poll(0, due, due, due, end, 100, 160, Opening.NONE, Outcome.OK, null));
  }

  private static SecondSummary fifteenth(FleetRecorder fleet) {
    return fleet.timeline().summarise().stream()
        .filter(each -> each.second() == 15 && each.endpoint() == 0)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSecondWaitsForADeviceThatIsAway() {
    SecondSummary missed = fifteenth(silentUntil(awayFor(Duration.ofMinutes(5)), 310));

    assertThat(missed.missed()).isEqualTo(1);
    assertThat(missed.unanswered()).isZero();
    assertThat(missed.response().count()).isEqualTo(2);
    assertThat(missed.response().maxMicros()).isEqualTo(295_100_000);
  }

  @Test
  void whatComesTooLateIsUnanswered() {
    SecondSummary missed = fifteenth(silentUntil(awayFor(Duration.ofHours(1)), 3_610));

    assertThat(missed.missed()).isEqualTo(1);
    assertThat(missed.unanswered()).isEqualTo(1);
    assertThat(missed.response().count()).isEqualTo(1);
  }

  @Test
  void aSecondThatIsSettledEmptyTakesWhatComesAsUnanswered() {
    TimelineRecorder timeline = new TimelineRecorder(0, 10 * SECOND, 1, 60 * SECOND);
    timeline.settle(5 * SECOND, 0, 70 * SECOND);

    timeline.missed(0, 4 * SECOND);
    timeline.answered(0, 4 * SECOND, 66_000_000);

    SecondSummary second = timeline.summarise().get(0);
    assertThat(second.planned()).isEqualTo(1);
    assertThat(second.unanswered()).isEqualTo(1);
    assertThat(second.response().count()).isZero();
  }

  /** The event loop of one device stands still for 40 s, which its time-outs do not explain. */
  @Test
  void aSecondIsKeptWholeForAMinuteHoweverShortTheTimeOuts() {
    Map<String, String> quick =
        Map.of("devices", "2", "interval", "1s", "timeout", "1s", "warm-up", "0s");

    SecondSummary missed = fifteenth(silentUntil(SettingsLoader.load(quick, Path.of("")), 50));

    assertThat(missed.missed()).isEqualTo(1);
    assertThat(missed.response().count()).isEqualTo(2);
  }
}
