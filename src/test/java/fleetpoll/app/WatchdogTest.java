package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.fleet.Companion;
import fleetpoll.fleet.Fleet;
import fleetpoll.fleet.FleetClock;
import fleetpoll.fleet.Players;
import fleetpoll.record.FleetRecorder;
import fleetpoll.server.Behavior;
import fleetpoll.server.TargetServer;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody waits here: the time is over when the watch begins. */
@Timeout(60)
class WatchdogTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String[] FOR_HOURS = {
    "devices=2", "duration=1h", "warm-up=0s", "timeout=1h"
  };

  private final AtomicInteger ends = new AtomicInteger();

  private Watchdog watchdog(Supplier<Fleet> fleet, Duration grace) {
    return new Watchdog(fleet, Duration.ofSeconds(40), grace, ends::incrementAndGet);
  }

  @Test
  void aFleetThatHasLeftIsLeftAlone() {
    Watchdog watchdog =
        watchdog(
            () -> {
              throw new AssertionError("there is nothing to ask the fleet");
            },
            Duration.ZERO);

    watchdog.finish();
    watchdog.watch(0);

    assertThat(ends).hasValue(0);
  }

  @Test
  void aFleetThatDoesNotListenEndsTheProcess() {
    URI nobody = URI.create("http://127.0.0.1:1");
    try (Players players = new Players(new Players.Conduct(), nobody, FOR_HOURS)) {
      watchdog(players::fleet, Duration.ZERO).watch(0);

      assertThat(ends).hasValue(1);
    }
  }

  @Test
  void aFleetThatListensIsAbandonedAndTheProcessGoesOn() throws Exception {
    Players[] late = new Players[1];
    Watchdog watchdog = watchdog(() -> late[0].fleet(), LONG);
    try (TargetServer server = TargetServer.start(0, 1, Behavior.PLAIN);
        Players players =
            new Players(new Players.Conduct(), server.uri(), FOR_HOURS, leaving(watchdog))) {
      late[0] = players.arrive();

      players.awaitFirstRequest();
      watchdog.watch(0);

      players.awaitGone();
      assertThat(ends).hasValue(0);
      assertThat(players.fleet().leftCount()).isEqualTo(2);
    }
  }

  /** With the defaults, A and B may time out one after the other. */
  @Test
  void theLastTickMayTakeTheTimeOutOfEachOfItsRequests() {
    FleetSettings settings = SettingsLoader.load(Map.of("timeout", "30s"), Path.of(""));

    assertThat(Watchdog.patience(settings)).isEqualTo(Duration.ofSeconds(30 + 30 + 10));
  }

  /** Hears of the end alone, so that no thread of its own watches. */
  private static Companion leaving(Watchdog watchdog) {
    return new Companion() {
      @Override
      public void begin(FleetClock clock, FleetRecorder recorder, long endNanos) {}

      @Override
      public void finish() {
        watchdog.finish();
      }
    };
  }
}
