package fleetpoll.settings.access;

import java.util.Optional;

/**
 * How the devices get to their server.
 *
 * @param tls what they do in TLS
 * @param proxy through which they connect; empty: straight to the server
 */
public record AccessSettings(TlsSettings tls, Optional<ProxyUrl> proxy) {

  /** Straight, with the TLS that a client does by itself. */
  public static final AccessSettings PLAIN =
      new AccessSettings(TlsSettings.PLAIN, Optional.empty());
}
