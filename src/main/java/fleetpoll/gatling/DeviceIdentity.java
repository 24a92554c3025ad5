package fleetpoll.gatling;

import fleetpoll.settings.Identity;
import io.gatling.javaapi.core.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts the identity of the device that a virtual user is going to be into its session: {@code
 * device} is the id, and each further column of the identities has its own name. A step of a
 * scenario, {@code exec(identity)}.
 *
 * @param identities one for each device
 */
public record DeviceIdentity(List<Identity> identities) implements Function<Session, Session> {

  @Override
  public Session apply(Session session) {
    Identity identity = identities.get(DeviceUser.device(session.userId()));
    Map<String, Object> attributes = new HashMap<>(identity.attributes());
    attributes.put("device", identity.id());
    return session.setAll(attributes);
  }
}
