package fleetpoll.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fleetpoll.config.Parameter;
import fleetpoll.run.Check;
import fleetpoll.run.Copies;
import fleetpoll.run.Distribution;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Event;
import fleetpoll.run.HistogramRow;
import fleetpoll.run.Judgement;
import fleetpoll.run.Missing;
import fleetpoll.run.Resources;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.SampleRow;
import fleetpoll.run.SideFiles;
import fleetpoll.run.Storm;
import fleetpoll.run.TimelineRow;
import fleetpoll.run.Usage;
import fleetpoll.run.Verdict;
import fleetpoll.run.shard.ClockOffset;
import fleetpoll.run.shard.MergedShard;
import fleetpoll.run.whole.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.HdrHistogram.AbstractHistogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardMergeTest {

  /** The mean of rounded means may differ in its last digit. */
  private static final double ROUNDED_MS = 0.0011;

  @TempDir Path parent;

  private List<Path> shards;
  private Path to;

  @BeforeEach
  void store() throws IOException {
    shards = ShardedFleet.shards(parent.resolve("shards"));
    to = parent.resolve("merged");
  }

  @Test
  void fourShardsComeToWhatOneGeneratorDoes() throws IOException {
    Run whole = ShardedFleet.whole(parent.resolve("whole"));

    Run merged = merge(shards.get(2), shards.get(0), shards.get(3), shards.get(1));

    assertThat(merged.devices()).isEqualTo(whole.devices());
    assertThat(merged.endpoints())
        .usingRecursiveComparison()
        .withComparatorForType(ShardMergeTest::nearly, Double.class)
        .isEqualTo(whole.endpoints());
    assertThat(merged.endpoints())
        .extracting(totals -> totals.response().p99Ms(), totals -> totals.lateness().p99Ms())
        .isEqualTo(
            whole.endpoints().stream()
                .map(
                    e ->
                        org.assertj.core.groups.Tuple.tuple(
                            e.response().p99Ms(), e.lateness().p99Ms()))
                .toList());
    assertThat(merged.due()).isEqualTo(whole.due());
    assertThat(merged.silence()).isEqualTo(whole.silence());
    assertThat(merged.deviceBinS()).isEqualTo(whole.deviceBinS()).isPositive();
    assertThat(merged.start()).isEqualTo(whole.start());
    assertThat(merged.end()).isEqualTo(whole.end());
  }

  @Test
  void itsFilesAreThoseOfOneGenerator() throws Exception {
    RunFolder whole = new RunFolder(parent.resolve("whole"));
    ShardedFleet.whole(whole.path());

    merge(shards.toArray(Path[]::new));

    RunFolder merged = new RunFolder(to);
    assertThat(merged.devices()).isEqualTo(whole.devices());
    assertThat(merged.errors()).isNotEmpty().isEqualTo(whole.errors());
    assertThat(merged.deviceTimeline()).isNotEmpty().isEqualTo(whole.deviceTimeline());
    assertThat(histograms(merged)).isNotEmpty().isEqualTo(histograms(whole));
    assertThat(new SideFiles(merged).damaged()).isEmpty();
    assertThat(to.resolve("devices.html")).content().contains("10 devices");
    assertThat(to.resolve("junit.xml")).content().contains("testsuite");
  }

  /** By tag, in the order of the log. */
  private static Map<String, AbstractHistogram> histograms(RunFolder folder) throws Exception {
    Map<String, AbstractHistogram> byTag = new LinkedHashMap<>();
    for (String line : Files.readAllLines(folder.path().resolve("polls.hlog"))) {
      Optional<HistogramRow> row = HistogramRow.of(line);
      if (row.isPresent()) {
        byTag.put(line.substring(0, line.indexOf(',')), row.get().decoded());
      }
    }
    return byTag;
  }

  @Test
  void itsHistogramsAreTheSumBucketByBucket() throws IOException {
    merge(shards.toArray(Path[]::new));

    for (Distribution sum : new RunFolder(to).distributions()) {
      List<Distribution> parts = new ArrayList<>();
      for (Path shard : shards) {
        new RunFolder(shard)
            .distributions().stream()
                .filter(each -> each.endpoint().equals(sum.endpoint()))
                .filter(each -> each.measure().equals(sum.measure()))
                .forEach(parts::add);
      }
      assertThat(parts).hasSize(ShardedFleet.SHARDS);
      for (long micros = 0;
          micros < 60_000_000;
          micros = sum.micros().nextNonEquivalentValue(micros)) {
        long value = micros;
        assertThat(sum.micros().getCountAtValue(value))
            .isEqualTo(
                parts.stream().mapToLong(part -> part.micros().getCountAtValue(value)).sum());
      }
    }
  }

  @Test
  void secondsAreAddedUpAndTheirPercentilesAreTheWorstShards() throws IOException {
    RunFolder whole = new RunFolder(parent.resolve("whole"));
    ShardedFleet.whole(whole.path());

    merge(shards.toArray(Path[]::new));

    List<TimelineRow> seconds = new RunFolder(to).timeline();
    assertThat(seconds)
        .extracting(TimelineRow::tS, TimelineRow::endpoint, TimelineRow::planned, TimelineRow::ok)
        .isEqualTo(
            whole.timeline().stream()
                .map(
                    r ->
                        org.assertj.core.groups.Tuple.tuple(
                            r.tS(), r.endpoint(), r.planned(), r.ok()))
                .toList());
    for (int second = 0; second < seconds.size(); second++) {
      assertThat(seconds.get(second).serviceMaxMs())
          .isEqualTo(whole.timeline().get(second).serviceMaxMs());
      assertThat(seconds.get(second).serviceP99Ms())
          .isGreaterThanOrEqualTo(whole.timeline().get(second).serviceP99Ms());
    }
  }

  @Test
  void eachGeneratorHasItsSamplesAndTheServerIsThereOnce() throws IOException {
    merge(shards.toArray(Path[]::new));

    List<SampleRow> samples = new RunFolder(to).samples();
    assertThat(samples)
        .extracting(SampleRow::source)
        .containsOnly(
            "target",
            "generator-1",
            "generator-2",
            "generator-3",
            "generator-4",
            "host-1",
            "host-2",
            "host-3",
            "host-4");
    assertThat(samples).isSortedAccordingTo(java.util.Comparator.comparingDouble(SampleRow::tS));
    assertThat(samples.stream().filter(row -> row.source().equals("target")))
        .hasSameSizeAs(
            new RunFolder(shards.get(0))
                .samples().stream().filter(row -> row.source().equals("target")).toList());
  }

  @Test
  void itSaysOfWhatItWasMergedAndHowFarTheClocksWereApart() throws IOException {
    Run merged = merge(shards.toArray(Path[]::new));

    assertThat(merged.isPart()).isFalse();
    assertThat(merged.id()).isEqualTo("merged");
    assertThat(merged.shards())
        .extracting(each -> each.shard().index(), MergedShard::folder, MergedShard::devices)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, "../shards/shard-0", 3),
            org.assertj.core.groups.Tuple.tuple(1, "../shards/shard-1", 3),
            org.assertj.core.groups.Tuple.tuple(2, "../shards/shard-2", 2),
            org.assertj.core.groups.Tuple.tuple(3, "../shards/shard-3", 2));
    assertThat(merged.shards()).allSatisfy(each -> assertThat(each.sha256()).hasSize(64));
    assertThat(merged.parameters()).extracting(Parameter::key).doesNotContain("shard.index");
    assertThat(merged.events())
        .extracting(Event::text)
        .contains(
            "By the server's Date, the clocks of the shards were at least 0 ms and at most 53 ms"
                + " apart.");
  }

  @Test
  void itsLevelsAreJudgedByWhatAllShardsCameToTogether() throws IOException {
    assertThat(merge(shards.toArray(Path[]::new)).verdict().judgement()).isEqualTo(Judgement.PASS);
    for (Path shard : shards) {
      level(shard, "slo.success", "97%");
    }
    to = parent.resolve("failed");

    Verdict failed = merge(shards.toArray(Path[]::new)).verdict();

    assertThat(failed.judgement()).isEqualTo(Judgement.FAIL);
    assertThat(failed.reason()).contains("slo.success asks for 97 %");
  }

  private static void level(Path shard, String key, String value) throws IOException {
    List<Parameter> parameters = new ArrayList<>(new RunFolder(shard).run().parameters());
    parameters.replaceAll(p -> p.key().equals(key) ? new Parameter(key, value, "conf") : p);
    ShardedFleet.change(shard, "parameters", parameters);
  }

  @Test
  void oneGeneratorThatWasNotGoodEnoughMakesItInvalid() throws IOException {
    Resources good = new RunFolder(shards.get(1)).run().resources();
    Usage stalled = Copies.with(good.generator(), "stallMsLongest", 612.0);
    ShardedFleet.change(shards.get(1), "resources", Copies.with(good, "generator", stalled));
    for (Path shard : shards) {
      level(shard, "slo.missed", "50%");
      ShardedFleet.change(
          shard, "due", new Run.Due(new RunFolder(shard).run().due().scheduled(), 500));
    }

    Verdict verdict = merge(shards.toArray(Path[]::new)).verdict();

    assertThat(verdict.judgement()).isEqualTo(Judgement.INVALID);
    assertThat(verdict.reason())
        .contains("generator's longest stall (shard 2 of 4) was 612 ms")
        .contains("validity.stall allows 500 ms");
  }

  @Test
  void whatElseMadeAShardInvalidMakesTheWholeInvalid() throws IOException {
    Verdict valid = new RunFolder(shards.get(3)).run().verdict();
    ShardedFleet.change(shards.get(3), "verdict", valid.invalid("The memory was too small."));
    ShardedFleet.change(
        shards.get(2),
        "shard",
        Copies.with(new RunFolder(shards.get(2)).run().shard(), "lateS", 0.003));

    Verdict verdict = merge(shards.toArray(Path[]::new)).verdict();

    assertThat(verdict.judgement()).isEqualTo(Judgement.INVALID);
    assertThat(verdict.validity())
        .extracting(Check::sentence)
        .contains(
            "Shard 3 of 4: The generator was ready 3 ms after its warm-up was to begin, too late to start"
                + " at 2026-01-01T00:00:00Z.",
            "Shard 4 of 4 is invalid: The memory was too small.");
  }

  @Test
  void shardsThatDidNotStartTogetherAreLaidOnOneAxis() throws IOException {
    Run first = new RunFolder(shards.get(0)).run();
    for (Path shard : shards) {
      ShardedFleet.change(
          shard, "shard", Copies.with(new RunFolder(shard).run().shard(), "startAt", null));
      ShardedFleet.change(shard, "storms", List.of(new Storm(4, 2, 2, 0.5, Map.of())));
    }
    ShardedFleet.later(shards.get(0), Duration.ofMillis(2_250));

    Run merged = merge(shards.toArray(Path[]::new));

    assertThat(merged.verdict().validity())
        .filteredOn(rule -> rule.key().equals("shard.start"))
        .extracting(Check::status, Check::measured)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Check.Status.FAIL, 2_250.0));
    assertThat(merged.storms()).containsExactly(new Storm(4, 8, 8, 2.75, Map.of()));
    assertThat(new RunFolder(to).errors())
        .first()
        .usingRecursiveComparison()
        .isEqualTo(new RunFolder(shards.get(0)).errors().get(0).later(2.25));
    assertThat(new RunFolder(to).devices().get(0).deviceSilenceFromS())
        .isEqualTo(new RunFolder(shards.get(0)).devices().get(0).deviceSilenceFromS() + 2.25);
    assertThat(new RunFolder(to).devices().get(2))
        .isEqualTo(new RunFolder(shards.get(1)).devices().get(0));
    assertThat(merged.end()).isEqualTo(first.end().plusMillis(2_250));
    assertThat(new RunFolder(to).timeline()).extracting(TimelineRow::tS).contains(11L);
    assertThat(new RunFolder(to).samples())
        .filteredOn(row -> row.source().equals("generator-1"))
        .first()
        .satisfies(row -> assertThat(row.tS()).isEqualTo(2.25));
  }

  @Test
  void clocksThatAreSurelyApartMakeItInvalid() throws IOException {
    ShardedFleet.change(
        shards.get(0),
        "shard",
        Copies.with(
            new RunFolder(shards.get(0)).run().shard(), "clockOffset", new ClockOffset(900, 950)));

    assertThat(merge(shards.toArray(Path[]::new)).verdict().reason())
        .startsWith(
            "The time by which the clocks of two shards were apart at the least was 869 ms");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndNothingIsWritten() throws IOException {
    Path whole = parent.resolve("whole");
    ShardedFleet.whole(whole);
    level(shards.get(1), "slo.success", "70%");
    ShardedFleet.change(shards.get(2), "state", Run.State.RUNNING);
    Path copy = parent.resolve("copy");
    ShardedFleet.change(shards.get(0), "uuid", "another");
    copy(shards.get(0), copy);
    Path again = parent.resolve("again");
    copy(shards.get(1), again);
    ShardedFleet.change(again, "uuid", "yet another");

    Path empty = Files.createDirectory(parent.resolve("empty"));
    Path taken = Files.createFile(Files.createDirectory(to).resolve("taken"));

    assertThat(problems(whole, empty, shards.get(0), copy, shards.get(1), again, shards.get(2)))
        .containsExactly(
            to + " is not empty",
            whole + " is not a shard: its generator ran the whole fleet",
            empty + " is not a run folder: it holds no run.json",
            shards.get(0) + " and " + copy + " are one run, devicepollsimulation-20260101000000000",
            shards.get(1) + " and " + again + " are two runs of shard 2 of 4",
            "slo.success is 60% in " + shards.get(0) + ", and 70% in " + shards.get(1),
            shards.get(2)
                + " (shard 3 of 4) was cut short: its record is whole until 2026-01-01T00:00:10Z,"
                + " so 2 devices are missing: device-0003, device-0007",
            "shard 4 of 4 is missing, so 2 devices are missing: device-0004, device-0008");
    assertThat(to).isDirectoryContaining(taken::equals);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void shardsOfOtherFleetsAndServersAreRefused() throws IOException {
    List<Path> others = ShardedFleet.shards(parent.resolve("others"), 12, 3);
    ShardedFleet.change(shards.get(1), "target", "http://10.0.0.2:8000");

    assertThat(problems(shards.get(0), shards.get(1), shards.get(2), shards.get(3), others.get(0)))
        .containsExactly(
            shards.get(0)
                + " is shard 1 of 4 of a fleet of 10 devices, and "
                + others.get(0)
                + " is shard 1 of 3 of a fleet of 12 devices",
            "target is http://127.0.0.1:8000 in "
                + shards.get(0)
                + ", and http://10.0.0.2:8000 in "
                + shards.get(1));
  }

  @Test
  void noDeviceRunsInTwoShards() throws IOException {
    ShardedFleet.change(shards.get(3), "devices", List.of("device-0003", "device-0007"));

    assertThat(problems(shards.toArray(Path[]::new)))
        .containsExactly(
            shards.get(2) + " and " + shards.get(3) + " both ran device-0003 and 1 other");
  }

  @Test
  void aMergedRunIsNoShard() throws IOException {
    merge(shards.toArray(Path[]::new));
    Path merged = to;
    to = parent.resolve("again");

    assertThat(problems(merged))
        .containsExactly(merged + " was merged itself: give the folders of its shards");
  }

  @Test
  void damagedInterruptedAndIncompleteShardsAreRefused() throws IOException {
    Path hlog = shards.get(0).resolve("polls.hlog");
    Files.writeString(hlog, Files.readString(hlog).substring(0, 2_000));
    ShardedFleet.change(shards.get(1), "interrupted", true);
    ShardedFleet.change(shards.get(2), "missing", List.of(new Missing("devices.csv", "disk full")));
    Files.delete(shards.get(3).resolve("errors.csv"));

    List<String> problems = problems(shards.toArray(Path[]::new));

    assertThat(problems).hasSize(4);
    assertThat(problems.get(0))
        .startsWith(shards.get(0) + " (shard 1 of 4): polls.hlog is damaged: it has 2,000 of ")
        .endsWith("so 3 devices are missing: device-0001, device-0005, device-0009");
    assertThat(problems.get(1)).contains("(shard 2 of 4) was interrupted after 10 s, so 3 devices");
    assertThat(problems.get(2)).contains("(shard 3 of 4): missing file devices.csv: disk full, so");
    assertThat(problems.get(3)).contains("(shard 4 of 4): errors.csv is not in the folder, so");
  }

  @Test
  void damageThatShowsOnlyInTheRowsIsFoundToo() throws IOException {
    Path devices = shards.get(2).resolve("devices.csv");
    Files.writeString(
        devices, Files.readString(devices).replaceFirst("device-0007", "device-0001"));

    assertThat(problems(shards.toArray(Path[]::new)))
        .containsExactly(
            shards.get(2)
                + " (shard 3 of 4): devices.csv names a device that the shard does not have, or not"
                + " in its place");
  }

  @Test
  void rowsThatAreMissingAreNoStrangers() throws IOException {
    Path timeline = shards.get(2).resolve("device-timeline.csv");
    long rows = Files.readAllLines(timeline).size() - 1;
    Files.writeString(
        timeline,
        Files.readString(timeline).stripTrailing().replaceFirst("(?s)(.*)\n", "$1 ") + "\n");

    assertThat(problems(shards.toArray(Path[]::new)))
        .containsExactly(
            "%s (shard 3 of 4): device-timeline.csv is damaged: it has %s rows instead of %s"
                .formatted(shards.get(2), rows - 1, rows));
  }

  @Test
  void anInterruptedShardOfAnotherFleetHasItsOwnDevices() throws IOException {
    Path other = ShardedFleet.shards(parent.resolve("others"), 40, 4).get(0);
    ShardedFleet.change(other, "interrupted", true);

    assertThat(problems(shards.get(0), shards.get(1), shards.get(2), shards.get(3), other))
        .contains(
            other
                + " (shard 1 of 4) was interrupted after 10 s, so 10 devices are missing:"
                + " device-0001, device-0005, device-0009 … device-0037");
  }

  @Test
  void aLimitThatThisFleetpollDoesNotUnderstandIsSaid() throws IOException {
    for (Path shard : shards) {
      level(shard, "slo.success", "much");
    }

    assertThat(problems(shards.toArray(Path[]::new)))
        .singleElement()
        .asString()
        .startsWith("slo.success = much (");
  }

  @Test
  void aLackOfMemoryStaysOne() {
    FutureTask<StoredFile> task =
        new FutureTask<>(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });
    task.run();

    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> ShardMerge.result(task))
        .withMessage("Java heap space");
  }

  @Test
  void whatOthersHaveLeftIsLeftAlone() throws IOException {
    Path theirs = Files.createDirectories(parent.resolve("merged.part/theirs"));

    merge(shards.toArray(Path[]::new));

    assertThat(theirs).exists();
  }

  @Test
  void theServersShareIsUnknownIfTheRequestsOfSomeAre() throws IOException {
    for (Path shard : shards) {
      Resources all = new RunFolder(shard).run().resources();
      ShardedFleet.change(shard, "resources", Copies.with(all, "cpuMsPerRequest", 2.0));
    }
    assertThat(merge(shards.toArray(Path[]::new)).resources().cpuMsPerRequest())
        .isBetween(0.59, 0.62);
    to = parent.resolve("some");
    Files.writeString(shards.get(3).resolve("run.json"), "{");

    Run some = new ShardMerge(shards, Optional.of(to), true, Instant.EPOCH).merge().run();

    assertThat(some.resources().cpuMsPerRequest()).isNull();
    assertThat(some.verdict().validity())
        .filteredOn(rule -> rule.key().equals("shard.missing"))
        .extracting(Check::measured)
        .containsExactly(1.0);
  }

  @Test
  void aFleetThatTheServerNeverHadAtOnceIsInvalid() throws IOException {
    for (int shard = 0; shard < ShardedFleet.SHARDS; shard++) {
      Run run = new RunFolder(shards.get(shard)).run();
      ShardedFleet.change(shards.get(shard), "shard", Copies.with(run.shard(), "startAt", null));
      Resources known = Copies.with(run.resources(), "cpuMsPerRequest", 2.0);
      ShardedFleet.change(
          shards.get(shard), "resources", Copies.with(known, "mbPerThousandDevices", 5.0));
      ShardedFleet.later(shards.get(shard), Duration.ofDays(shard));
    }

    Run merged = merge(shards.toArray(Path[]::new));

    assertThat(merged.verdict().judgement()).isEqualTo(Judgement.INVALID);
    assertThat(merged.verdict().reason())
        .startsWith(
            "All shards polled the server together in only 0 % of a measured window of 10 s");
    assertThat(merged.resources())
        .extracting(Resources::cpuMsPerRequest, Resources::mbPerThousandDevices)
        .containsOnlyNulls();
  }

  @Test
  void theOthersAreMergedIfThatIsAllowedAndInvalid() throws IOException {
    ShardedFleet.change(shards.get(1), "interrupted", true);

    ShardMerge.Merged merged =
        new ShardMerge(
                List.of(shards.get(0), shards.get(1), shards.get(2)),
                Optional.of(to),
                true,
                Instant.EPOCH)
            .merge();

    assertThat(merged.run().devices())
        .containsExactly("device-0001", "device-0003", "device-0005", "device-0007", "device-0009");
    assertThat(merged.run().verdict().judgement()).isEqualTo(Judgement.INVALID);
    assertThat(merged.run().verdict().reason())
        .contains(
            "(shard 2 of 4) was interrupted after 10 s, so 3 devices are missing: device-0002")
        .contains("shard 4 of 4 is missing, so 2 devices are missing: device-0004, device-0008");
    assertThat(merged.run().endpoints())
        .extracting(EndpointTotals::planned)
        .containsExactly(100L, 10L);
  }

  @Test
  void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
    Files.createDirectories(to);
    Path kept = Files.writeString(to.resolve("kept"), "this");

    assertThatExceptionOfType(Unmergeable.class)
        .isThrownBy(() -> merge(shards.toArray(Path[]::new)))
        .withMessage(to + " is not empty");
    assertThat(kept).hasContent("this");
  }

  private List<String> problems(Path... folders) throws IOException {
    try {
      merge(folders);
    } catch (Unmergeable e) {
      assertThat(to.resolve(RunFolder.RUN)).doesNotExist();
      assertThat(parent).isDirectoryNotContaining("glob:**.part");
      return e.problems();
    }
    throw new AssertionError("it was merged");
  }

  private Run merge(Path... folders) throws IOException {
    return new ShardMerge(List.of(folders), Optional.of(to), false, Instant.EPOCH).merge().run();
  }

  private static int nearly(Double one, Double other) {
    return Math.abs(one - other) <= ROUNDED_MS ? 0 : one.compareTo(other);
  }
}
