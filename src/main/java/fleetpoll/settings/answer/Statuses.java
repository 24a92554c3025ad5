package fleetpoll.settings.answer;

import fleetpoll.config.Key;
import fleetpoll.config.WholeNumber;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The status codes of a success.
 *
 * @param codes 100 … 599, ascending, none twice; at least one if there are no problems
 */
public record Statuses(List<Integer> codes) {

  /** Reads one status code. */
  public static final Function<String, Integer> CODE = new WholeNumber(100, 599).asInt();

  /** Orders them and leaves out those that occur twice. */
  public static Statuses of(Collection<Integer> codes) {
    return new Statuses(codes.stream().distinct().sorted().toList());
  }

  /** A key for a single code or a list of them. */
  public static Key<Statuses> key(String name) {
    return Key.ofSome(name, CODE).as(Statuses::of);
  }

  public boolean contains(int code) {
    for (int each : codes) {
      if (each == code) {
        return true;
      }
    }
    return false;
  }

  /** The codes with commas. */
  @Override
  public String toString() {
    return codes.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
