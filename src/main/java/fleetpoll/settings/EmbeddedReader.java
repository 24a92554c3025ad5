package fleetpoll.settings;

import fleetpoll.config.Layers;
import fleetpoll.config.Problems;
import fleetpoll.config.Reader;
import fleetpoll.config.WholeNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads {@code embedded { }}. */
final class EmbeddedReader {

  private static final Function<String, Integer> THREADS =
      new WholeNumber(1, 64).andThen(Math::toIntExact);
  private static final String FAULTS = "embedded.faults";

  private final Layers layers;
  private final Problems problems;
  private final Optional<Integer> threads;
  private final List<String> jvmArgs;
  private final List<String> faults;

  EmbeddedReader(Layers layers, Reader reader, Problems problems) {
    this.layers = layers;
    this.problems = problems;
    threads = reader.required("embedded.threads", THREADS);
    jvmArgs = reader.texts("embedded.jvm-args");
    faults = reader.texts(FAULTS);
  }

  /** Lets the target say what is wrong with its faults. */
  void checkFaults(Consumer<List<String>> check) {
    try {
      check.accept(faults);
    } catch (IllegalArgumentException e) {
      problems.add(layers.find(FAULTS).orElseThrow(), e.getMessage());
    }
  }

  /** The settings; only when there are no problems. */
  EmbeddedSettings settings() {
    return new EmbeddedSettings(threads.orElseThrow(), jvmArgs, faults);
  }
}
