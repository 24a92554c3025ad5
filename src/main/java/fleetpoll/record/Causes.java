package fleetpoll.record;

import java.net.ConnectException;
import java.util.function.Function;

/** Finds the outcome that the causes of a failure mean, whichever client has failed. */
public final class Causes {

  private Causes() {}

  /**
   * The outcome of the deepest cause that is known; {@link Outcome#OTHER} if none is.
   *
   * @param known the outcome of one cause; {@link Outcome#OTHER} if the cause has no meaning
   */
  public static Outcome deepest(Throwable failure, Function<Throwable, Outcome> known) {
    Outcome outcome = Outcome.OTHER;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Outcome own = known.apply(cause);
      outcome = own == Outcome.OTHER ? outcome : own;
    }
    return outcome;
  }

  /** The outcome of a system call's error; only its text says which error it is. */
  public static Outcome ofSystemCall(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.contains("Connection refused")) {
      return cause instanceof ConnectException ? Outcome.REFUSED : Outcome.OTHER;
    }
    if (message.contains("Connection reset")) {
      return Outcome.RESET;
    }
    if (message.contains("Too many open files") || message.contains("assign requested address")) {
      return Outcome.EXHAUSTED;
    }
    return message.contains("Broken pipe") ? Outcome.CLOSED : Outcome.OTHER;
  }
}
