package fleetpoll.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A table of the keys that there are. Each is declared once; nothing else says what is known. */
public final class Keys {

  private final Map<String, Key<?>> byName = new LinkedHashMap<>();
  private Optional<String> open = Optional.empty();

  /** Declares a key. */
  public <T> Key<T> add(Key<T> key) {
    byName.put(key.name(), key);
    return key;
  }

  /** Lets any key below this one be right, because what decides it could not be read. */
  public void open(String below) {
    open = Optional.of(below);
  }

  /** This table and, below it, another. */
  public Keys and(Keys others) {
    Keys both = new Keys();
    both.byName.putAll(byName);
    both.byName.putAll(others.byName);
    both.open = open.or(() -> others.open);
    return both;
  }

  /** All of them, in the order in which they were declared. */
  Collection<Key<?>> all() {
    return byName.values();
  }

  Optional<String> open() {
    return open;
  }

  /** Reads parameters; what is wrong with one is no reason not to read the next. */
  public Checked check(Layers layers, Problems problems) {
    return check(layers::find, "", layers.of().shownAs(), problems);
  }

  /**
   * Reads what an object of a list or of a map says.
   *
   * @param form what it must be, where it is no object
   */
  public Checked check(Setting object, String form, Problems problems) {
    if (object.names().isEmpty()) {
      problems.add(object, form);
      return new Checked();
    }
    return check(key -> object.child(key.name()), object.key() + ".", object.origin(), problems);
  }

  /** Refuses what an object has besides. */
  public void refuseOthers(Setting object, Problems problems) {
    Set<String> known = byName.keySet();
    object.children().entrySet().stream()
        .filter(child -> !known.contains(child.getKey()))
        .forEach(
            child ->
                problems.add(
                    child.getValue().key(),
                    child.getValue().origin(),
                    UnknownKeys.didYouMean(NearestKey.to(child.getKey(), known))));
  }

  private Checked check(
      Function<Key<?>, Optional<Setting>> source, String prefix, String origin, Problems problems) {
    Checked values = new Checked();
    for (Key<?> key : all()) {
      Optional<Setting> written = source.apply(key);
      written.ifPresent(setting -> values.put(key, setting, problems));
      if (written.isEmpty() && key.isRequired()) {
        problems.add(prefix + key.name(), origin, "missing");
      }
    }
    return values;
  }
}
