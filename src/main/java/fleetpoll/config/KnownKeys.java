package fleetpoll.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The keys that there are, in the order of their file.
 *
 * @param keys of the table
 * @param open below which any key may be right, because what decides it could not be read
 */
public record KnownKeys(List<Key<?>> keys, Optional<String> open) implements Comparator<String> {

  /** The keys of a table, in the order of the defaults. */
  public static KnownKeys of(Keys keys, Layers layers) {
    return new KnownKeys(
        keys.all().stream()
            .sorted(
                Comparator.<Key<?>>comparingInt(key -> layers.isBorrowed(key.name()) ? 1 : 0)
                    .thenComparingInt(
                        key ->
                            layers
                                .findDefault(key.name())
                                .map(setting -> setting.value().origin().lineNumber())
                                .orElse(Integer.MAX_VALUE)))
            .toList(),
        keys.open());
  }

  /** Every parameter that is written, as it may be shown. */
  public List<Parameter> inForce(Layers layers) {
    return keys.stream()
        .flatMap(
            key ->
                layers
                    .find(key)
                    .map(
                        setting ->
                            new Parameter(
                                key.name(), key.shown().apply(setting.written()), setting.origin()))
                    .stream())
        .toList();
  }

  /** Finds what is none of them. */
  public void refuseOthers(Layers layers, Problems problems) {
    new UnknownKeys(this, layers, problems).check();
  }

  boolean contains(String name) {
    return names().contains(name) || open.filter(root -> isWithin(name, root)).isPresent();
  }

  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  /** The key only of files that this is, or that it lies in. */
  Optional<String> onlyInFiles(String name) {
    return keys.stream()
        .filter(Key::isOnlyInFiles)
        .map(Key::name)
        .filter(key -> key.equals(name) || isWithin(name, key))
        .findFirst();
  }

  /** What the keys lie in, such as {@code http} of {@code http.port}. */
  Set<String> roots() {
    return names().stream().flatMap(KnownKeys::rootsOf).collect(Collectors.toSet());
  }

  private static Stream<String> rootsOf(String key) {
    return IntStream.range(0, key.length())
        .filter(i -> key.charAt(i) == '.')
        .mapToObj(dot -> key.substring(0, dot));
  }

  /** What may stand in a file. */
  List<String> namesAndRoots() {
    return Stream.concat(names().stream(), roots().stream().sorted()).toList();
  }

  /** The order of problems: the files themselves, the known keys, unknown ones. */
  @Override
  public int compare(String left, String right) {
    return Integer.compare(rank(left), rank(right));
  }

  private int rank(String name) {
    if (name.equals(Layers.PROFILE)) {
      return -1;
    }
    for (int i = 0; i < keys.size(); i++) {
      String known = keys.get(i).name();
      if (name.equals(known) || isWithin(name, known) || isWithin(known, name)) {
        return i;
      }
    }
    return keys.size();
  }

  private static boolean isWithin(String inner, String outer) {
    return inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
  }
}
