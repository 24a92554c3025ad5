package fleetpoll.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The outcome of the first pass: what was written, and the values of everything that is right. */
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
   * @throws IllegalStateException if it is wrong or missing, which is a problem of the first
   */
  public <T> T get(Key<T> key) {
    return find(key).orElseThrow(() -> new IllegalStateException("no value of " + key.name()));
  }

  /** The value; empty if it is absent or wrong. */
  @SuppressWarnings("unchecked") // put only takes values that the key's own type has made
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
   * @throws IllegalStateException if nothing was
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
