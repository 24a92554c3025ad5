package fleetpoll.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was written, and the values of what is right: the outcome of the first pass. */
public final class Checked {

  private final Map<String, Setting> written = new HashMap<>();
  private final Map<String, Object> values = new HashMap<>();

  Checked() {}

  <T> void put(Key<T> key, Setting setting, Problems problems) {
    written.put(key.name(), setting);
    key.reading().apply(setting, problems).ifPresent(value -> values.put(key.name(), value));
  }

  /**
   * The value of a key that must be there, for the second pass.
   *
   * @throws IllegalStateException where it is wrong or missing, which is a problem of the first
   */
  public <T> T get(Key<T> key) {
    return find(key).orElseThrow(() -> new IllegalStateException("no value of " + key.name()));
  }

  /** The value; empty where it is absent or wrong. */
  @SuppressWarnings("unchecked") // put has let the key's own type make the value
  public <T> Optional<T> find(Key<T> key) {
    return Optional.ofNullable((T) values.get(key.name()));
  }

  /** Whether all of these have a value, so that they can be compared. */
  public boolean has(Key<?>... keys) {
    return Arrays.stream(keys).allMatch(key -> values.containsKey(key.name()));
  }

  /**
   * What was written, right or wrong.
   *
   * @throws IllegalStateException where nothing was
   */
  public Setting written(Key<?> key) {
    return findWritten(key)
        .orElseThrow(() -> new IllegalStateException("nothing written of " + key.name()));
  }

  /** What was written, right or wrong, if anything was. */
  public Optional<Setting> findWritten(Key<?> key) {
    return Optional.ofNullable(written.get(key.name()));
  }
}
