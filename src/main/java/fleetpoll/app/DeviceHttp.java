package fleetpoll.app;

import fleetpoll.fleet.Engine;
import fleetpoll.gatling.BodyCheck;
import fleetpoll.gatling.SavedValues;
import fleetpoll.http.AnswerLimits;
import fleetpoll.http.Habits;
import fleetpoll.http.LookUps;
import fleetpoll.http.Rehearsal;
import fleetpoll.http.Tls;
import fleetpoll.run.Versions;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.FleetSettings.ClientSettings;
import fleetpoll.text.Reason;
import fleetpoll.trust.Trust;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Makes the HTTP engine of this process's devices. */
final class DeviceHttp {

  private static final int LOOK_UPS_AT_A_TIME = 16;

  /** The least: 0 would mean any number. */
  private static final int NO_SESSION_IS_RESUMED = 1;

  private DeviceHttp() {}

  /** The engine, with the classes that polls need already loaded. */
  static Engine engine(FleetSettings settings, URI target) {
    Rehearsal.run();
    fleetpoll.record.Rehearsal.run();
    ClientSettings client = settings.client();
    return new Engine(
        target,
        "Fleetpoll/" + Versions.FLEETPOLL,
        LookUps.bySystem(LOOK_UPS_AT_A_TIME),
        tls(target, client.followRedirects(), settings.trust()),
        new AnswerLimits(client.statusLineBytes(), client.headerBytes(), client.checkedBodyBytes()),
        check -> BodyCheck.of(check, settings.masks()),
        SavedValues::of,
        new Habits(client.cookies(), client.followRedirects() ? client.mostRedirects() : 0));
  }

  private static Optional<Tls> tls(URI target, boolean followsRedirects, Trust trust) {
    // A redirect may lead to https.
    if (!followsRedirects && !"https".equalsIgnoreCase(target.getScheme())) {
      return Optional.empty();
    }
    try {
      SslContext context =
          SslContextBuilder.forClient()
              .trustManager(trust.manager())
              .endpointIdentificationAlgorithm(null)
              .sessionCacheSize(NO_SESSION_IS_RESUMED)
              .build();
      return Optional.of(new Tls(context, trust.verifies()));
    } catch (SSLException e) {
      throw new IllegalStateException("This JVM has no TLS: " + Reason.of(e), e);
    }
  }
}
