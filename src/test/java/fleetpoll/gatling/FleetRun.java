package fleetpoll.gatling;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import fleetpoll.run.Event;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.RunWriter;
import fleetpoll.run.Versions;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Instant;

public final class FleetRun {
  private final FleetSettings settings;
  private final Fleet fleet;
  private final String target = System.getProperty("target", "http://127.0.0.1:9000");
  private Instant began;

  FleetRun(FleetSettings settings) { this.settings = settings; this.fleet = new Fleet(settings); }

  public static FleetRun prepare() {
    int n = Integer.getInteger("devices", 500);
    var base = fleetpoll.run.FleetExamples.fleet(n, java.time.Duration.ofSeconds(Integer.getInteger("duration", 60)), java.time.Duration.ofMillis(Integer.getInteger("interval", 500)));
    return new FleetRun(new FleetSettings(base.identities(), base.duration(), base.interval(), base.target(), base.phase(), 1, base.ramp(), java.time.Duration.ofSeconds(Integer.getInteger("warm-up", 5)), base.timeout(), base.deviceHeader(), base.endpoints(), base.client(), base.embedded(), base.inForce()));
  }
  public int devices() { return settings.devices(); }
  public ChainBuilder polls() {
    return exec(new io.gatling.javaapi.core.ActionBuilder() {
      public io.gatling.core.action.builder.ActionBuilder asScala() { return (ctx, next) -> new DeviceAction(fleet, ctx, next); }
    });
  }
  public HttpProtocolBuilder protocol() {
    HttpProtocolBuilder p = http.baseUrl(target).disableCaching().disableAutoReferer().userAgentHeader("Fleetpoll");
    return settings.client().followRedirects() ? p : p.disableFollowRedirect();
  }
  public void begin() { began = Instant.now(); }
  public void end(Class<?> simulation) {
    try {
      var dir = RunDirectory.ofThisProcess(simulation, began).find().get();
      RunWriter w = new RunWriter(new RunFolder(dir), settings, fleet.recorder());
      var clock = fleet.clock().get();
      Run run = new Run(1, dir.getFileName().toString(), clock.instant(fleet.recorder().windowStartNanos()), clock.instant(fleet.endNanos()), fleet.interruptedNanos().isPresent(), target, Versions.ofThisProcess("dev", "3.15.1"), settings.inForce(), settings.identities().stream().map(Identity::id).toList(), w.totals(), java.util.List.<Event>of(), java.util.List.of());
      long t0 = System.nanoTime();
      run = w.write(run);
      System.out.println("written in " + (System.nanoTime()-t0)/1e6 + " ms " + run.missing());
      run.endpoints().forEach(System.out::println);
    } catch (Exception e) { e.printStackTrace(); }
  }
}
