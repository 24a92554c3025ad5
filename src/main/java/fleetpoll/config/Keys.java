package fleetpoll.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A table of the keys that there are, in the order of their file. Each is declared once; nothing
 * else says what is known.
 */
public final class Keys implements Comparator<String> {

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

  /** Their names, in the same order. */
  Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }

  boolean contains(String name) {
    return byName.containsKey(name) || open.filter(root -> isWithin(name, root)).isPresent();
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
    if (!object.isObject()) {
      problems.add(object, form);
      return new Checked();
    }
    return check(key -> object.child(key.name()), object.key() + ".", object.origin(), problems);
  }

  /** Refuses what the layers have besides, where it is meant for us. */
  public void refuseOthers(Layers layers, Problems problems) {
    new UnknownKeys(this, layers, problems).check();
  }

  /** Refuses what an object has besides. */
  public void refuseOthers(Setting object, Problems problems) {
    Map<String, Setting> others = object.children();
    others.keySet().removeAll(names());
    others.forEach(
        (name, other) ->
            problems.add(
                other.key(), other.origin(), UnknownKeys.didYouMean(NearestKey.to(name, names()))));
  }

  /** Every parameter that is written, as it may be shown. */
  public List<Parameter> inForce(Layers layers) {
    List<Parameter> parameters = new ArrayList<>();
    for (Key<?> key : all()) {
      layers.find(key).map(key::shownAs).ifPresent(parameters::add);
    }
    return parameters;
  }

  /** The order of problems: the files themselves, the keys, unknown ones. */
  @Override
  public int compare(String left, String right) {
    return Integer.compare(rank(left), rank(right));
  }

  private int rank(String name) {
    if (name.equals(Layers.PROFILE)) {
      return -1;
    }
    int rank = 0;
    for (String known : names()) {
      if (name.equals(known) || isWithin(name, known) || isWithin(known, name)) {
        return rank;
      }
      rank++;
    }
    return rank;
  }

  static boolean isWithin(String inner, String outer) {
    return inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
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
