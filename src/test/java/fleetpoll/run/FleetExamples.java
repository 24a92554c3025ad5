package fleetpoll.run;

import fleetpoll.config.Masks;
import fleetpoll.config.Parameter;
import fleetpoll.settings.ComparisonSettings;
import fleetpoll.settings.EmbeddedSettings;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import fleetpoll.settings.LiveSettings;
import fleetpoll.settings.LoginSettings;
import fleetpoll.settings.Phase;
import fleetpoll.settings.ServerSettings;
import fleetpoll.settings.Share;
import fleetpoll.settings.StormSettings;
import fleetpoll.settings.TargetSettings;
import fleetpoll.settings.Tolerance;
import fleetpoll.settings.ValidityLimits;
import fleetpoll.settings.VerdictSettings;
import fleetpoll.settings.access.AccessSettings;
import fleetpoll.settings.answer.AnswerSettings;
import fleetpoll.settings.answer.Statuses;
import fleetpoll.settings.behavior.BehaviorSettings;
import fleetpoll.settings.shard.ShardSettings;
import fleetpoll.trust.Trust;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Small fleets for tests. */
public final class FleetExamples {

  private static final VerdictSettings VERDICT =
      new VerdictSettings(
          new ValidityLimits(
              Duration.ofMillis(20),
              0.1,
              0,
              80,
              Duration.ofMillis(200),
              Duration.ofMillis(500),
              1_000),
          List.of());

  /** Allows any difference. */
  public static final Tolerance ANY_TOLERANCE = tolerance(OptionalDouble.empty());

  private FleetExamples() {}

  private static Tolerance tolerance(OptionalDouble percent) {
    return new Tolerance(
        percent, percent, percent, percent, percent, Duration.ZERO, percent, percent);
  }

  /** A fleet of the default endpoints, no warm-up, no ramp. */
  public static FleetSettings fleet(int devices, Duration duration, Duration interval) {
    return fleet(devices, duration, interval, Phase.SPREAD);
  }

  /** The same with a phase. */
  public static FleetSettings fleet(
      int devices, Duration duration, Duration interval, Phase phase) {
    return new FleetSettings(
        ShardSettings.whole(devices),
        IntStream.rangeClosed(1, devices)
            .mapToObj(i -> new Identity(String.format(Locale.ROOT, "device-%04d", i), Map.of()))
            .toList(),
        duration,
        interval,
        new TargetSettings.Embedded(),
        phase,
        1,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ofSeconds(30),
        Duration.ZERO,
        List.of(),
        Optional.of(Duration.ofSeconds(5)),
        Optional.of(Duration.ofSeconds(30)),
        Trust.OF_THE_JVM,
        AccessSettings.PLAIN,
        StormSettings.NONE,
        BehaviorSettings.NONE,
        "X-Device",
        List.of(
            endpoint("A", "1", 100, Share.EVERY_TICK),
            endpoint("B", "200", 204_800, Share.every(10))),
        LoginSettings.NONE,
        new FleetSettings.ClientSettings(false, false, 20, 4_096, 65_536, 1 << 20),
        new EmbeddedSettings(1, List.of(), List.of()),
        ServerSettings.UNSAID,
        VERDICT,
        new ComparisonSettings(List.of("embedded"), 1, Duration.ofSeconds(5), false),
        Optional.empty(),
        ANY_TOLERANCE,
        LiveSettings.NONE,
        Optional.empty(),
        Masks.STANDARD,
        List.of(new Parameter("devices", Integer.toString(devices), "-Ddevices")));
  }

  /** The same fleet with a warm-up. */
  public static FleetSettings warmedUp(FleetSettings fleet, Duration warmUp) {
    return copy(
        fleet,
        fleet.identities(),
        warmUp,
        fleet.storm(),
        fleet.behavior(),
        fleet.endpoints(),
        fleet.live());
  }

  /** The same fleet with storms. */
  public static FleetSettings stormy(FleetSettings fleet, StormSettings storm) {
    return copy(
        fleet,
        fleet.identities(),
        fleet.warmUp(),
        storm,
        fleet.behavior(),
        fleet.endpoints(),
        fleet.live());
  }

  /** The same fleet, whose devices behave like this. */
  public static FleetSettings behaving(FleetSettings fleet, BehaviorSettings behavior) {
    return copy(
        fleet,
        fleet.identities(),
        fleet.warmUp(),
        fleet.storm(),
        behavior,
        fleet.endpoints(),
        fleet.live());
  }

  /** The same fleet, with live counters. */
  public static FleetSettings live(FleetSettings fleet, LiveSettings live) {
    return copy(
        fleet,
        fleet.identities(),
        fleet.warmUp(),
        fleet.storm(),
        fleet.behavior(),
        fleet.endpoints(),
        live);
  }

  /** The same fleet, whose endpoints have these shares. */
  public static FleetSettings withShares(FleetSettings fleet, List<Share> shares) {
    List<EndpointSettings> endpoints = new ArrayList<>();
    for (Share share : shares) {
      endpoints.add(endpoint("E" + endpoints.size(), "1", 100, share));
    }
    return with(fleet, fleet.identities(), endpoints);
  }

  /** The same fleet with other devices and other endpoints. */
  public static FleetSettings with(
      FleetSettings fleet, List<Identity> identities, List<EndpointSettings> endpoints) {
    return copy(
        fleet,
        identities,
        fleet.warmUp(),
        fleet.storm(),
        fleet.behavior(),
        endpoints,
        fleet.live());
  }

  private static FleetSettings copy(
      FleetSettings fleet,
      List<Identity> identities,
      Duration warmUp,
      StormSettings storm,
      BehaviorSettings behavior,
      List<EndpointSettings> endpoints,
      LiveSettings live) {
    return new FleetSettings(
        ShardSettings.whole(identities.size()),
        identities,
        fleet.duration(),
        fleet.interval(),
        fleet.target(),
        fleet.phase(),
        fleet.seed(),
        fleet.ramp(),
        fleet.warmUpRamp(),
        warmUp,
        fleet.timeout(),
        fleet.resolution(),
        fleet.localAddresses(),
        fleet.preflight(),
        fleet.checkpoint(),
        fleet.trust(),
        fleet.access(),
        storm,
        behavior,
        fleet.deviceHeader(),
        endpoints,
        fleet.login(),
        fleet.client(),
        fleet.embedded(),
        fleet.server(),
        fleet.verdict(),
        fleet.comparison(),
        fleet.baseline(),
        fleet.tolerance(),
        live,
        fleet.capacity(),
        fleet.masks(),
        fleet.inForce());
  }

  private static EndpointSettings endpoint(String name, String page, long bytes, Share share) {
    return new EndpointSettings(
        name,
        "GET",
        "/hello",
        Map.of("page", page),
        Map.of(),
        Optional.empty(),
        new AnswerSettings(Statuses.of(List.of(200)), OptionalLong.of(bytes)),
        share);
  }
}
