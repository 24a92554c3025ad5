package fleetpoll.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The groups of a table's keys: {@code http} of {@code http.port}, and {@code http.proxy} of {@code
 * http.proxy.port}.
 *
 * @param keys what each group contains at any depth, in the order of the table
 */
record Groups(SortedMap<String, List<String>> keys) {

  private static final int MOST_NAMED = 10;

  static Groups of(Set<String> keys) {
    SortedMap<String, List<String>> groups = new TreeMap<>();
    for (String key : keys) {
      for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
        groups.computeIfAbsent(key.substring(0, dot), name -> new ArrayList<>()).add(key);
      }
    }
    return new Groups(groups);
  }

  Set<String> names() {
    return keys.keySet();
  }

  boolean contains(String name) {
    return keys.containsKey(name);
  }

  /** The group that is meant by its name in other case or in the plural. */
  Optional<String> alike(String name) {
    return names().stream()
        .filter(group -> name.equalsIgnoreCase(group) || name.equalsIgnoreCase(group + "s"))
        .findFirst();
  }

  /** What a group is, for the message if somebody gives it a value. */
  String described(String group) {
    List<String> all = keys.get(group);
    List<String> named = all.subList(0, Math.min(MOST_NAMED, all.size()));
    String more = named.size() < all.size() ? ", ..." : "";
    return "is a group of parameters: " + String.join(", ", named) + more;
  }
}
