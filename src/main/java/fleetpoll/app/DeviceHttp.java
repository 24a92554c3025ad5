package fleetpoll.app;

import fleetpoll.fleet.Engine;
import fleetpoll.gatling.BodyCheck;
import fleetpoll.gatling.SavedValues;
import fleetpoll.http.AnswerLimits;
import fleetpoll.http.Habits;
import fleetpoll.http.LookUps;
import fleetpoll.http.Rehearsal;
import fleetpoll.http.proxy.Proxy;
import fleetpoll.http.tls.Tls;
import fleetpoll.run.Versions;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.FleetSettings.ClientSettings;
import java.net.URI;
import java.util.Optional;

/** Makes the HTTP engine of this process's devices. */
final class DeviceHttp {

  private static final int LOOK_UPS_AT_A_TIME = 16;

  private DeviceHttp() {}

  /** The engine, with the classes that polls need already loaded. */
  static Engine engine(FleetSettings settings, URI target) {
    Rehearsal.run();
    fleetpoll.record.Rehearsal.run();
    ClientSettings client = settings.client();
    return new Engine(
        target,
        proxy(settings),
        "Fleetpoll/" + Versions.FLEETPOLL,
        LookUps.bySystem(LOOK_UPS_AT_A_TIME),
        tls(settings),
        new AnswerLimits(client.statusLineBytes(), client.headerBytes(), client.checkedBodyBytes()),
        check -> BodyCheck.of(check, settings.masks()),
        SavedValues::of,
        new Habits(client.cookies(), client.followRedirects() ? client.mostRedirects() : 0));
  }

  private static Optional<Proxy> proxy(FleetSettings settings) {
    return settings.access().proxy().map(p -> new Proxy(p.host(), p.port(), p.authorization()));
  }

  private static Optional<Tls> tls(FleetSettings settings) {
    return settings.mayUseTls()
        ? Optional.of(Tls.of(settings.trust(), settings.access().tls(), settings.ownDevices()))
        : Optional.empty();
  }
}
