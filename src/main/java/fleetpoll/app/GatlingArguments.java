package fleetpoll.app;

import fleetpoll.process.OwnJvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Gatling's command line in this process, which Gatling does not show to simulations. */
final class GatlingArguments {

  private static final String RESULTS_OPTION = "-rf";
  private static final String PLUGIN_ARGUMENTS = "META-INF/args.txt";
  private static final Path PLUGIN_RESULTS = Path.of("target", "gatling");

  private GatlingArguments() {}

  /** The folder in which Gatling makes the folders of this process's runs. */
  static Path results() throws IOException {
    List<String> arguments = ofThisProcess();
    int option = arguments.lastIndexOf(RESULTS_OPTION);
    return option >= 0 && option + 1 < arguments.size()
        ? Path.of(arguments.get(option + 1))
        : PLUGIN_RESULTS;
  }

  /**
   * The Maven plugin hands the arguments over in a file on the class path. Without it, the JVM's
   * own record of its command is read: the operating system cuts its record if the class path is
   * long.
   */
  private static List<String> ofThisProcess() throws IOException {
    try (InputStream file = ClassLoader.getSystemResourceAsStream(PLUGIN_ARGUMENTS)) {
      return file == null
          ? List.of(OwnJvm.properties().getOrDefault("sun.java.command", "").split(" "))
          : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
