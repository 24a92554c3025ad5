package fleetpoll.report.plan;

import fleetpoll.figure.Numbers;
import fleetpoll.report.Durations;
import fleetpoll.schedule.CheckpointInterval;
import fleetpoll.schedule.Limits;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.ComparisonSettings;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.LoginSettings;
import fleetpoll.settings.StormSettings;
import fleetpoll.settings.shard.ShardSettings;
import fleetpoll.watch.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes on the console what a fleet is going to do, before its first request. */
public final class PlanText {

  private PlanText() {}

  /** At most twenty lines of plain ASCII. */
  public static List<String> lines(Plan plan, Limits limits, FleetSettings settings) {
    return Stream.of(
            Stream.of(line("target", target(settings))),
            TlsText.of(settings).map(text -> line("TLS", text)).stream(),
            Stream.of(
                line("devices", devices(plan, settings.shard())),
                line("interval", interval(settings)),
                line("duration", duration(settings)),
                line("ticks", ticks(plan, settings)),
                line("requests", RequestsText.requests(plan, settings))),
            settings.shard().startAt().stream().map(at -> line("start", start(at, settings))),
            LoginText.of(settings.login()).map(text -> line(LoginSettings.NAME, text)),
            storms(settings.storm()),
            BehaviorText.lines(settings).entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue())),
            Stream.of(
                line("rate", Numbers.brief(plan.requestsPerSecond()) + " requests/s"),
                line("payload", RequestsText.payload(plan, settings)),
                line("sockets", sockets(plan, limits))),
            quota(limits),
            Stream.of(
                line("memory", MemoryText.of(plan, limits)),
                line("simulation.log", "about " + Numbers.brief(plan.logBytes() / 1e6) + " MB"),
                line("checkpoint", checkpoint(settings))))
        .flatMap(Function.identity())
        .toList();
  }

  private static String devices(Plan plan, ShardSettings shard) {
    return shard.isPart()
        ? "%s of %s, %s; all other lines are about these"
            .formatted(
                Numbers.count(plan.devices()), Numbers.count(shard.fleetDevices()), shard.words())
        : Numbers.count(plan.devices());
  }

  private static String start(Instant firstTick, FleetSettings settings) {
    return "first tick at %s, ready by %s".formatted(firstTick, firstTick.minus(settings.warmUp()));
  }

  private static String target(FleetSettings settings) {
    String name =
        settings.shownTarget()
            + settings.access().proxy().map(p -> ", through the proxy " + p).orElse("");
    return settings.trust().verifies() || !settings.mayUseTls()
        ? name
        : name + ", certificates are not verified (tls.verify = false)";
  }

  private static Stream<String> storms(StormSettings storm) {
    if (storm.at().isEmpty()) {
      return Stream.empty();
    }
    String at = storm.at().stream().map(PlanText::instant).collect(Collectors.joining(", "));
    String jitter =
        storm.jitter().isZero() ? "" : " and up to " + Durations.exact(storm.jitter()) + " more";
    String text = "%s into the measured window; devices stay away for %s%s";
    return Stream.of(line("storms", text.formatted(at, instant(storm.backOff()), jitter)));
  }

  private static String instant(Duration duration) {
    return duration.isZero() ? "0 s" : Durations.exact(duration);
  }

  /**
   * A line that says where the server's resources are read, or what to do so that they can be read.
   */
  public static String server(Finding finding) {
    return line("server", finding.found() == null ? finding.advice() : finding.found());
  }

  /** A line that says in which folder the run is recorded. */
  public static String record(Path folder) {
    return line("record", folder.toString());
  }

  private static Stream<String> quota(Limits limits) {
    return limits.quotaCores().stream()
        .mapToObj(cores -> line("CPU quota", Numbers.cores(cores) + " for the generator"));
  }

  private static String checkpoint(FleetSettings settings) {
    String longer = ": more often would cost more than 1 % of a core";
    return CheckpointInterval.of(settings)
        .map(i -> "every " + Durations.exact(i.every()) + (i.isLonger() ? longer : ""))
        .orElse("none: a run that is cut short has no record of its devices");
  }

  /** The lines that announce the runs of a comparison. */
  public static List<String> comparison(FleetSettings settings) {
    Duration run = settings.warmUp().plus(settings.ramp()).plus(settings.duration());
    return comparison(settings.comparison(), settings.shownTargets(), run);
  }

  static List<String> comparison(
      ComparisonSettings comparison, List<String> servers, Duration run) {
    int runs = comparison.runs();
    Duration whole = run.multipliedBy(runs).plus(comparison.coolDown().multipliedBy(runs - 1L));
    return List.of(
        line("servers", String.join(", ", servers)),
        line(
            "runs",
            "%s of %s each, %s apart, in %s"
                .formatted(
                    Numbers.count(runs),
                    Durations.exact(run),
                    Durations.exact(comparison.coolDown()),
                    Numbers.counted(comparison.rounds(), "round"))),
        line("time", Durations.exact(whole) + " and the runs' starts and reports"));
  }

  private static String line(String name, String text) {
    return "%-14s  %s".formatted(name, text);
  }

  private static String interval(FleetSettings settings) {
    return "%s, phase %s"
        .formatted(
            Durations.exact(settings.interval()), settings.phase().name().toLowerCase(Locale.ROOT));
  }

  private static String duration(FleetSettings settings) {
    String text = Durations.exact(settings.duration()) + " a device";
    text += settings.warmUp().isZero() ? "" : ", after a warm-up of " + warmUp(settings);
    return text + (settings.ramp().isZero() ? "" : ", starts spread over " + ramp(settings));
  }

  private static String warmUp(FleetSettings settings) {
    String unsent =
        settings.endpoints().stream()
            .filter(endpoint -> !endpoint.isWarmedUp())
            .map(EndpointSettings::name)
            .collect(Collectors.joining(", "));
    return Durations.exact(settings.warmUp())
        + (settings.warmUpRamp().isZero()
            ? ""
            : " with starts spread over its first " + Durations.exact(settings.warmUpRamp()))
        + (unsent.isEmpty() ? "" : " that does not send " + unsent);
  }

  private static String ramp(FleetSettings settings) {
    return Durations.exact(settings.ramp());
  }

  private static String ticks(Plan plan, FleetSettings settings) {
    return settings.behavior().duty().isPresent()
        ? "%s, %s a device in the mean"
            .formatted(
                Numbers.count(plan.ticks()), Numbers.brief((double) plan.ticks() / plan.devices()))
        : "%s, %s a device"
            .formatted(Numbers.count(plan.ticks()), Numbers.count(settings.ticksPerDevice()));
  }

  private static String sockets(Plan plan, Limits limits) {
    String text =
        "%s, of %s open files and %s local ports"
            .formatted(
                Numbers.count(plan.devices()),
                limit(limits.openFiles()),
                limit(plan.localPorts(limits)));
    return plan.localAddresses() == 1
        ? text
        : text + " of " + Numbers.count(plan.localAddresses()) + " addresses";
  }

  private static String limit(OptionalLong limit) {
    return limit.isPresent() ? Numbers.count(limit.getAsLong()) : "an unknown number of";
  }
}
