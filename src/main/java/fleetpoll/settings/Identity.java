package fleetpoll.settings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The identity of a device.
 *
 * @param id unique in the fleet, 1 … 128 printable ASCII characters; {@code device-0001} unless the
 *     identities come from a file
 * @param attributes the further columns of the identities file, by column name
 */
public record Identity(String id, Map<String, String> attributes) {

  private static final int SHORTEST_NUMBER = 4;

  /**
   * That of a device in a fleet without an identities file.
   *
   * @param device its number in the fleet, from 0; people count from 1
   * @param fleetDevices number of devices of the whole fleet
   */
  public static Identity numbered(int device, int fleetDevices) {
    int digits = Math.max(SHORTEST_NUMBER, Integer.toString(fleetDevices).length());
    return new Identity(
        String.format(Locale.ROOT, "device-%0" + digits + "d", device + 1), Map.of());
  }

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
