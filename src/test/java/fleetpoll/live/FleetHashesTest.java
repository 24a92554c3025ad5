package fleetpoll.live;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Outcome;
import fleetpoll.settings.FleetSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.CommandArguments;

class FleetHashesTest {

  private final FleetSettings settings = PolledRun.settings(false);
  private final FleetRecorder recorder = PolledRun.recorder(settings);
  private final FleetHashes hashes = new FleetHashes("run-1", settings, recorder);

  private static String text(CommandArguments command) {
    return StreamSupport.stream(command.spliterator(), false)
        .map(argument -> new String(argument.getRaw(), StandardCharsets.UTF_8))
        .collect(Collectors.joining(" "));
  }

  private List<String> changes() {
    return hashes.changes().stream().map(FleetHashesTest::text).toList();
  }

  @Test
  void atFirstEveryFieldOfEveryHashIsWritten() {
    assertThat(changes())
        .containsExactly(
            "HSET fleetpoll:run-1:A:device-0001 ok 3 ko 0 count 3 time_ms_sum 40001.750",
            "HSET fleetpoll:run-1:B:device-0001 ok 0 ko 0 count 0 time_ms_sum 0.000",
            "HSET fleetpoll:run-1:A:device-0002 ok 0 ko 1 count 1 time_ms_sum 0.000",
            "HSET fleetpoll:run-1:B:device-0002 ok 0 ko 0 count 0 time_ms_sum 0.000",
            "HSET fleetpoll:run-1:A ok 3 ko 1 count 4 time_ms_sum 40001.750",
            "HSET fleetpoll:run-1:B ok 0 ko 0 count 0 time_ms_sum 0.000");
  }

  @Test
  void thenOnlyWhatHasChanged() {
    hashes.changes();
    assertThat(changes()).isEmpty();

    PolledRun.record(recorder.device(0), 7, Outcome.TIMEOUT);
    PolledRun.record(recorder.device(1), 7, Outcome.OK);

    assertThat(changes())
        .containsExactly(
            "HSET fleetpoll:run-1:A:device-0001 ko 1 count 4",
            "HSET fleetpoll:run-1:A:device-0002 ok 1 count 2 time_ms_sum 0.007",
            "HSET fleetpoll:run-1:A ok 4 ko 2 count 6 time_ms_sum 40001.757");
  }

  @Test
  void aRedisOfWhichNothingIsKnownIsToldEverything() {
    hashes.changes();
    hashes.forget();

    assertThat(changes()).hasSize(6);
    assertThat(hashes.all().map(hash -> text(hash.expiry(Duration.ofDays(1)))))
        .hasSize(6)
        .contains("EXPIRE fleetpoll:run-1:B 86400");
  }
}
