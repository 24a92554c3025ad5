package fleetpoll.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Starts another JVM, with the same program and class path as this one.
 *
 * @param flags of the JVM; if several set the same property, the last one counts
 * @param mainClass its full name
 * @param arguments of the main class
 */
public record JavaCommand(List<String> flags, String mainClass, List<String> arguments) {

  /** The command line, word by word. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(OwnJvm.program());
    words.addAll(flags);
    words.addAll(List.of("-cp", OwnJvm.classPath(), mainClass));
    words.addAll(arguments);
    return words;
  }
}
