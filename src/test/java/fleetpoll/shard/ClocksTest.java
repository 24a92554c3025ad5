package fleetpoll.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Copies;
import fleetpoll.run.RunFolder;
import fleetpoll.run.shard.ClockOffset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClocksTest {

  private static final ClockOffset FAR = new ClockOffset(900, 950);

  @TempDir Path parent;

  private List<Path> shards;

  @BeforeEach
  void store() throws IOException {
    shards = ShardedFleet.shards(parent);
  }

  private List<Check> checks() throws IOException {
    return new Clocks(Shards.read(shards, false, Instant.EPOCH, List.of()))
        .checks(Duration.ofMillis(20));
  }

  private void change(int shard, String component, Object value) throws IOException {
    Path folder = shards.get(shard);
    ShardedFleet.change(
        folder, "shard", Copies.with(new RunFolder(folder).run().shard(), component, value));
  }

  private void nobodyAsksForOneStart() throws IOException {
    for (int shard = 0; shard < ShardedFleet.SHARDS; shard++) {
      change(shard, "startAt", null);
    }
  }

  @Test
  void oneInstantIsOneStartByConstruction() throws IOException {
    assertThat(checks())
        .extracting(Check::key, Check::status)
        .containsExactly(tuple("shard.clocks", Status.PASS));
  }

  @Test
  void clocksThatAreSurelyApartBreakTheRule() throws IOException {
    change(0, "clockOffset", FAR);

    assertThat(checks())
        .extracting(Check::status, Check::measured)
        .containsExactly(tuple(Status.FAIL, 869.0));
  }

  @Test
  void clocksThatAreApartByContradictoryAnswersWarn() throws IOException {
    change(0, "clockOffset", new ClockOffset(900, 950, false));

    assertThat(checks())
        .extracting(Check::status, Check::measured)
        .containsExactly(tuple(Status.WARN, 869.0));
  }

  @Test
  void whatContradictoryAnswersSayIsNoFact() throws IOException {
    assertThat(event()).doesNotContain("contradict");
    change(0, "clockOffset", new ClockOffset(900, 950, false));

    assertThat(event()).contains("apart. But its answers contradict each other, so both may be");
  }

  private String event() throws IOException {
    return new Clocks(Shards.read(shards, false, Instant.EPOCH, List.of())).event().text();
  }

  @Test
  void clocksThatAreApartWarnIfNobodyAskedForOneStart() throws IOException {
    nobodyAsksForOneStart();
    change(0, "clockOffset", FAR);

    assertThat(checks())
        .extracting(Check::key, Check::status)
        .containsExactly(tuple("shard.start", Status.PASS), tuple("shard.clocks", Status.WARN));
  }

  @Test
  void aSmallGapBetweenTheStartsWarns() throws IOException {
    nobodyAsksForOneStart();
    later(0, Duration.ofSeconds(1));

    assertThat(checks())
        .filteredOn(check -> check.key().equals("shard.start"))
        .extracting(Check::status, Check::measured)
        .containsExactly(tuple(Status.WARN, 1_000.0));
  }

  @Test
  void shardsThatWereNotOnTheServerTogetherBreakTheRule() throws IOException {
    nobodyAsksForOneStart();
    later(0, Duration.ofMillis(1_001));

    assertThat(checks())
        .filteredOn(check -> check.key().equals("shard.start"))
        .extracting(Check::status, Check::sentence)
        .containsExactly(
            tuple(
                Status.FAIL,
                "All shards polled the server together in only 89.99 % of a measured window of"
                    + " 10 s, and 90 % are needed: the server did not carry the whole fleet. Give"
                    + " all shards one start-at."));
  }

  @Test
  void oneStartIsNoExcuseForAWindowThatIsNot() throws IOException {
    later(3, Duration.ofDays(1));

    assertThat(checks())
        .filteredOn(check -> check.key().equals("shard.start"))
        .extracting(Check::status, Check::sentence)
        .containsExactly(
            tuple(
                Status.FAIL,
                "All shards polled the server together in only 0 % of a measured window of 10 s,"
                    + " and 90 % are needed: the server did not carry the whole fleet."));
  }

  private void later(int shard, Duration by) throws IOException {
    ShardedFleet.later(shards.get(shard), by);
  }

  @Test
  void oneUnknownClockIsSaid() throws IOException {
    change(1, "clockOffset", null);
    change(3, "clockOffset", null);

    assertThat(checks())
        .extracting(Check::status, Check::measured, Check::sentence)
        .containsExactly(
            tuple(
                Status.WARN,
                null,
                "By the server's Date, the clock of each of these shards is unknown: 2, 4."));
  }

  @Test
  void anUnknownClockDoesNotHideTwoThatAreApart() throws IOException {
    change(0, "clockOffset", FAR);
    change(1, "clockOffset", null);

    assertThat(checks()).extracting(Check::status).containsExactly(Status.FAIL);
  }
}
