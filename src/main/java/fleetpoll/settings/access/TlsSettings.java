package fleetpoll.settings.access;

import fleetpoll.trust.Credential;
import java.util.List;

/**
 * What devices do in TLS; whom they trust is a matter of its own.
 *
 * @param credentials by which the devices prove who they are, in device order; one: the same for
 *     all; none: they do not
 * @param protocols that they offer; none: those that a client offers by itself
 * @param resumes whether a device resumes its last session with a new connection, instead of a full
 *     handshake
 */
public record TlsSettings(List<Credential> credentials, List<String> protocols, boolean resumes) {

  /** What a client does by itself, but always a full handshake. */
  public static final TlsSettings PLAIN = new TlsSettings(List.of(), List.of(), false);
}
