package fleetpoll.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known key a wrong one was meant to be. */
public final class NearestKey {

  private static final int LIKELY_SLIPS = 2;

  private NearestKey() {}

  /**
   * The known key with the fewest slips between it and the wrong one, case aside. A wrong one
   * without a dot is also compared with the part after a key's last dot: {@code Port} is meant to
   * be {@code http.port}.
   *
   * @param known at least one; among equally near keys, the one nearer as a whole wins, then the
   *     first
   */
  static String to(String wrong, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(key -> slips(wrong.toLowerCase(Locale.ROOT), key))
                .thenComparingInt(key -> DamerauDistance.between(wrong, key)))
        .orElseThrow(IllegalArgumentException::new);
  }

  /** The known key that is one or two slips away from a word; case counts. */
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
