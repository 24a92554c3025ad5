package fleetpoll.settings;

import java.util.HashMap;
import java.util.Map;

/**
 * The identity of a device.
 *
 * @param id unique in the fleet, 1 … 128 printable ASCII characters; {@code device-0001} unless the
 *     identities come from a file
 * @param attributes the further columns of the identities file, by column name
 */
public record Identity(String id, Map<String, String> attributes) {

  /** The values of its placeholders: the id as {@code device}, and the further columns. */
  public Map<String, String> values() {
    if (attributes.isEmpty()) {
      return Map.of(Identities.DEVICE, id);
    }
    Map<String, String> values = new HashMap<>(attributes);
    values.put(Identities.DEVICE, id);
    return values;
  }
}
