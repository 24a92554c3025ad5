package fleetpoll.settings;

import java.util.Collection;
import java.util.Comparator;

/** Which known key a wrong one was probably meant to be. */
final class NearestKey {

  private NearestKey() {}

  /**
   * The known key with the fewest slips between it and the wrong one, whole or in the part behind
   * the last dot: {@code cookies} is meant to be {@code client.cookies}.
   *
   * @param known at least one; of equally near keys the first is taken
   */
  static String to(String wrong, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(key -> slips(wrong, key)))
        .orElseThrow(IllegalArgumentException::new);
  }

  private static int slips(String wrong, String key) {
    return Math.min(
        DamerauDistance.between(wrong, key),
        DamerauDistance.between(lastPart(wrong), lastPart(key)));
  }

  private static String lastPart(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
