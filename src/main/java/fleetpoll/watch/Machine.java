package fleetpoll.watch;

import java.util.Optional;
import java.util.function.Function;
import oshi.hardware.CentralProcessor;

/** The machine on which this process runs. */
public final class Machine {

  private Machine() {}

  /** The model of its processor, as the operating system names it; empty if it does not. */
  public static Optional<String> processor() {
    return read(processor -> processor.getProcessorIdentifier().getName())
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }

  /** How many processors it has, whatever this process may use; empty if that is not known. */
  public static Optional<Integer> processors() {
    return read(CentralProcessor::getLogicalProcessorCount);
  }

  private static <T> Optional<T> read(Function<CentralProcessor, T> figure) {
    try {
      return Optional.of(figure.apply(Oshi.ofThisMachine().getHardware().getProcessor()));
    } catch (RuntimeException | LinkageError e) {
      // As for samples: what cannot be read never ends a run.
      return Optional.empty();
    }
  }
}
