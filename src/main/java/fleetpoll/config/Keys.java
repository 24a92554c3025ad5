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

/** The table of all keys, in the order of their file. Each is declared once, and only here. */
public final class Keys implements Comparator<String> {

  private final Map<String, Key<?>> byName = new LinkedHashMap<>();
  private Optional<String> open = Optional.empty();
  private Optional<Foreign> foreign = Optional.empty();

  /**
   * An object of parameters that only another kind of simulation has. A file may contain them: one
   * profile then serves both.
   *
   * @param root its name
   * @param belongsTo says what has them, for the message if they are on the command line
   */
  public record Foreign(String root, String belongsTo) {

    boolean contains(String name) {
      return name.equals(root) || isWithin(name, root);
    }
  }

  /** Declares a key. */
  public <T> Key<T> add(Key<T> key) {
    byName.put(key.name(), key);
    return key;
  }

  /** Accepts any key below this one, because the list that would decide could not be read. */
  public void open(String below) {
    open = Optional.of(below);
  }

  /** Leaves an object to another kind of simulation. */
  public void leave(Foreign others) {
    foreign = Optional.of(others);
  }

  /** The object that another kind of simulation has, if this key is in it and not in this table. */
  Optional<Foreign> foreign(String name) {
    return foreign
        .filter(others -> others.contains(name))
        .filter(others -> names().stream().noneMatch(others::contains));
  }

  /** This table followed by another. */
  public Keys and(Keys others) {
    Keys both = new Keys();
    both.byName.putAll(byName);
    both.byName.putAll(others.byName);
    both.open = open.or(() -> others.open);
    both.foreign = foreign.or(() -> others.foreign);
    return both;
  }

  /** All keys, in the order in which they were declared. */
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

  /** Reads all parameters, also after one that is wrong. */
  public Checked check(Layers layers, Problems problems) {
    return check(layers::find, "", layers.of().shownAs(), problems);
  }

  /**
   * Reads an object of a list or of a map.
   *
   * @param form what it must be, for the message if it is no object
   */
  public Checked check(Setting object, String form, Problems problems) {
    if (!object.isObject()) {
      problems.add(object, form);
      return new Checked();
    }
    return check(key -> object.child(key.name()), object.key() + ".", object.origin(), problems);
  }

  /** Refuses all other keys of the layers that are meant for us. */
  public void refuseOthers(Layers layers, Problems problems) {
    new UnknownKeys(this, Groups.of(names()), layers, problems).check();
  }

  /** Refuses all other keys of an object. */
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

  /** Orders problems: first the files themselves, then the keys, then unknown keys. */
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
