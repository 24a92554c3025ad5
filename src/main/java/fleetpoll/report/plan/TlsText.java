package fleetpoll.report.plan;

import fleetpoll.http.tls.Tls;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.access.TlsSettings;
import java.util.Optional;

/** Describes how the devices use TLS. */
final class TlsText {

  private TlsText() {}

  /** Empty if they do not. */
  static Optional<String> of(FleetSettings settings) {
    return settings.mayUseTls() ? Optional.of(text(settings.access().tls())) : Optional.empty();
  }

  private static String text(TlsSettings tls) {
    String certificate =
        switch (tls.credentials().size()) {
          case 0 -> "no certificate of the devices";
          case 1 -> "one certificate for all devices";
          default -> "a certificate of its own for each device";
        };
    String sessions =
        tls.resumes() ? "a device resumes its session" : "each connection costs a full handshake";
    return "%s, by %s; %s; %s"
        .formatted(String.join(" or ", tls.protocols()), Tls.library(), certificate, sessions);
  }
}
