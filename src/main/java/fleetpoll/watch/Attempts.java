package fleetpoll.watch;

import fleetpoll.text.Reason;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes readings that may fail: reports each kind of failure once and goes on. */
final class Attempts {

  private final Consumer<Happening> happenings;
  private final Set<String> told = new HashSet<>();

  Attempts(Consumer<Happening> happenings) {
    this.happenings = happenings;
  }

  /**
   * What {@code reading} gives; empty if that is null or it fails.
   *
   * @param what names the reading, in words
   */
  <T> Optional<T> read(String what, long atNanos, Supplier<T> reading) {
    try {
      return Optional.ofNullable(reading.get());
    } catch (RuntimeException | Error e) {
      if (told.add(what)) {
        happenings.accept(
            new Happening(atNanos, "not-read", "Not read: %s (%s).".formatted(what, Reason.of(e))));
      }
      return Optional.empty();
    }
  }
}
