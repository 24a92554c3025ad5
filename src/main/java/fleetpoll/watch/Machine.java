package fleetpoll.watch;

import java.util.Optional;

/** The machine on which this process runs. */
public final class Machine {

  private Machine() {}

  /** The model of its processor, as the operating system names it; empty if it does not. */
  public static Optional<String> processor() {
    try {
      return Optional.of(
              Oshi.ofThisMachine().getHardware().getProcessor().getProcessorIdentifier().getName())
          .map(String::strip)
          .filter(name -> !name.isEmpty());
    } catch (RuntimeException | LinkageError e) {
      // As for samples: what cannot be read never ends a run.
      return Optional.empty();
    }
  }
}
