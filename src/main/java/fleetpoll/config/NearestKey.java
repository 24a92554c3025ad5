package fleetpoll.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which known key a wrong one was probably meant to be. */
public final class NearestKey {

  private static final int LIKELY_SLIPS = 2;

  private NearestKey() {}

  /**
   * The known key with the fewest slips between it and the wrong one, case aside. Of a wrong one
   * without a dot the part behind a key's last dot will do: {@code Port} is meant to be {@code
   * http.port}.
   *
   * @param known at least one; of equally near keys the one nearer as a whole, then the first
   */
  static String to(String wrong, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(key -> slips(wrong.toLowerCase(Locale.ROOT), key))
                .thenComparingInt(key -> DamerauDistance.between(wrong, key)))
        .orElseThrow(IllegalArgumentException::new);
  }

  /** The known key that a word is a slip or two away from, case counting. */
  public static Optional<String> slipOf(String word, Collection<String> known) {
    String nearest = to(word, known);
    return DamerauDistance.between(word, nearest) <= LIKELY_SLIPS
        ? Optional.of(nearest)
        : Optional.empty();
  }

  private static int slips(String wrong, String key) {
    int whole = DamerauDistance.between(wrong, key);
    return wrong.contains(".")
        ? whole
        : Math.min(whole, DamerauDistance.between(wrong, lastPart(key)));
  }

  private static String lastPart(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
