package fleetpoll.server;

import fleetpoll.server.fault.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * How the embedded target differs from a plain, well-behaved server.
 *
 * @param faults in the order in which they are tried; the first that hits wins
 * @param validators whether answers of /hello invite clients to cache them
 * @param cookies whether answers of /hello set a cookie
 */
public record Behavior(List<Fault> faults, boolean validators, boolean cookies) {

  /** No faults, no validators, no cookies. */
  public static final Behavior PLAIN = new Behavior(List.of(), false, false);

  private static final String VALIDATORS = "validators";
  private static final String COOKIES = "cookies";

  public Behavior {
    faults = List.copyOf(faults);
  }

  /**
   * Reads the entries of {@code embedded.faults}: each a {@link Fault}, or one of the words {@code
   * validators} and {@code cookies}.
   *
   * @throws IllegalArgumentException if an entry is none of these; the message quotes it and says
   *     what is allowed
   */
  public static Behavior parse(List<String> entries) {
    List<Fault> faults = new ArrayList<>();
    for (String entry : entries) {
      if (!entry.equals(VALIDATORS) && !entry.equals(COOKIES)) {
        faults.add(Fault.parse(entry));
      }
    }
    return new Behavior(faults, entries.contains(VALIDATORS), entries.contains(COOKIES));
  }

  /** The flags with which {@code serve} behaves so. */
  List<String> flags() {
    List<String> flags = new ArrayList<>();
    for (Fault fault : faults) {
      flags.add("--fault");
      flags.add(fault.toString());
    }
    if (validators) {
      flags.add("--" + VALIDATORS);
    }
    if (cookies) {
      flags.add("--" + COOKIES);
    }
    return flags;
  }
}
