package fleetpoll.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The keys that there are, which are those that were read, in the order of their file.
 *
 * @param keys such as {@code client.cookies}
 * @param open below which any key may be right, because what decides it could not be read
 */
public record KnownKeys(List<String> keys, Optional<String> open) implements Comparator<String> {

  public static KnownKeys of(Collection<String> read, Optional<String> open, Layers layers) {
    return new KnownKeys(
        read.stream()
            .sorted(
                Comparator.<String>comparingInt(key -> layers.isBorrowed(key) ? 1 : 0)
                    .thenComparingInt(
                        key ->
                            layers
                                .findDefault(key)
                                .map(setting -> setting.value().origin().lineNumber())
                                .orElse(Integer.MAX_VALUE)))
            .toList(),
        open);
  }

  boolean contains(String key) {
    return keys.contains(key) || open.filter(root -> isWithin(key, root)).isPresent();
  }

  /** What the keys lie in, such as {@code client} or {@code slo} and {@code slo.a}. */
  Set<String> roots() {
    return keys.stream().flatMap(KnownKeys::rootsOf).collect(Collectors.toSet());
  }

  private static Stream<String> rootsOf(String key) {
    return IntStream.range(0, key.length())
        .filter(i -> key.charAt(i) == '.')
        .mapToObj(dot -> key.substring(0, dot));
  }

  /** What may stand in a file. */
  List<String> keysAndRoots() {
    return Stream.concat(keys.stream(), roots().stream().sorted()).toList();
  }

  /** The order of problems: the files themselves, the known keys, unknown ones. */
  @Override
  public int compare(String left, String right) {
    return Integer.compare(rank(left), rank(right));
  }

  private int rank(String key) {
    if (key.equals(Layers.PROFILE)) {
      return -1;
    }
    for (int i = 0; i < keys.size(); i++) {
      String known = keys.get(i);
      if (key.equals(known) || isWithin(key, known) || isWithin(known, key)) {
        return i;
      }
    }
    return keys.size();
  }

  private static boolean isWithin(String inner, String outer) {
    return inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
  }
}
