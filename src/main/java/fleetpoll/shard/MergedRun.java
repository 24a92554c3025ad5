package fleetpoll.shard;

import fleetpoll.config.Contents;
import fleetpoll.config.Parameter;
import fleetpoll.judge.DeviceCounts;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Latency;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Silence;
import fleetpoll.run.Storm;
import fleetpoll.run.Verdict;
import fleetpoll.run.shard.MergedShard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * Puts together the run of a whole fleet from those of its shards.
 *
 * @param place of its folder, absolute
 */
record MergedRun(Shards shards, Path place) {

  private static final String INDEX = "shard.index";

  /** When the last measured window ended. */
  Instant end() {
    return shards.runs().stream().map(s -> s.run().end()).max(Comparator.naturalOrder()).get();
  }

  /**
   * The run with its verdict, but not what belongs in its files.
   *
   * @param sums have all histograms
   * @param devices that planned a poll
   */
  Run of(HistogramSums sums, List<DeviceCounts> devices) throws IOException {
    FleetVerdict verdict = new FleetVerdict(shards, sums, devices);
    Run run = whole(sums, merged(verdict));
    return run.withVerdict(verdict.of(run));
  }

  private Run whole(HistogramSums sums, List<MergedShard> merged) {
    Run first = shards.first();
    List<EndpointTotals> totals = Totals.of(shards, sums);
    Happenings happenings = new Happenings(shards);
    List<Storm> storms = happenings.storms();
    Shared shared = new Shared(shards, sums);
    return new Run(
        Run.SCHEMA_VERSION,
        Run.State.ENDED,
        null,
        place.getFileName().toString(),
        UUID.randomUUID().toString(),
        shards.start(),
        end(),
        overtime(),
        new Run.Due(sum(run -> run.due().scheduled()), sum(run -> run.due().ticks())),
        false,
        first.target(),
        null,
        first.versions(),
        first.parameters().stream().filter(MergedRun::isOfFleet).toList(),
        shards.devices(),
        first.deviceBinS(),
        merged,
        totals,
        shared.logins(),
        happenings.events(storms, List.of(new Clocks(shards).event())),
        storms,
        silence(),
        shared.handshakes(),
        new Machines(shards).resources(totals),
        Verdict.PENDING,
        List.of(),
        null);
  }

  private static boolean isOfFleet(Parameter parameter) {
    return !parameter.key().equals(INDEX);
  }

  private long sum(ToLongFunction<Run> count) {
    return shards.runs().stream().map(ShardRun::run).mapToLong(count).sum();
  }

  private Run.Overtime overtime() {
    double last =
        shards.runs().stream().mapToDouble(s -> s.run().overtime().lastS()).max().getAsDouble();
    return new Run.Overtime(sum(run -> run.overtime().polls()), last);
  }

  private Silence silence() {
    return shards.runs().stream()
        .filter(shard -> shard.run().silence() != null)
        .map(shard -> shard.run().silence().later(shards.shiftS(shard)))
        .max(Comparator.comparingDouble(Silence::maxMs))
        .orElse(null);
  }

  private List<MergedShard> merged(FleetVerdict verdict) throws IOException {
    List<MergedShard> merged = new ArrayList<>();
    for (int place = 0; place < shards.runs().size(); place++) {
      merged.add(merged(shards.runs().get(place), verdict.lateness(place)));
    }
    return merged;
  }

  private MergedShard merged(ShardRun shard, Latency lateness) throws IOException {
    Run run = shard.run();
    Double cores = run.resources().generator().cpuCoresMean();
    return new MergedShard(
        shard.shard(),
        run.id(),
        run.uuid(),
        seen(shard.folder().path().toAbsolutePath().normalize()),
        Contents.of(Files.readAllBytes(shard.folder().path().resolve(RunFolder.RUN))).sha256(),
        run.devices().size(),
        run.start(),
        cores == null ? null : Double.valueOf(100 * cores / run.versions().cores()),
        lateness.p99Ms(),
        run.resources().generator().stallMsLongest());
  }

  /** Relative, so that both can be moved together. */
  private String seen(Path folder) {
    return Objects.equals(place.getRoot(), folder.getRoot())
        ? place.relativize(folder).toString().replace('\\', '/')
        : folder.toString();
  }
}
