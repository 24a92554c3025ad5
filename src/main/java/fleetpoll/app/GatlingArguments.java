package fleetpoll.app;

import fleetpoll.process.MavenPlugin;
import fleetpoll.process.OwnJvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Gatling's command line in this process, which Gatling does not show to simulations.
 *
 * @param words one argument each
 */
public record GatlingArguments(List<String> words) {

  private static final List<String> RESULTS_OPTIONS = List.of("-rf", "--results-folder");
  private static final List<String> NO_REPORTS_OPTIONS = List.of("-nr", "--no-reports");
  private static final Path PLUGIN_RESULTS = Path.of("target", "gatling");

  /** Linux's record of this process's command; each word ends with a NUL. */
  private static final Path COMMAND = Path.of("/proc/self/cmdline");

  /** The folder in which Gatling makes the folders of this process's runs. */
  public static Path results() throws IOException {
    return ofThisProcess().resultsOption().map(Path::of).orElse(PLUGIN_RESULTS);
  }

  /** Whether Gatling writes a report of this process's run, as it does unless it is told not to. */
  static boolean reports() {
    try {
      return ofThisProcess().reportsOption();
    } catch (IOException unknown) {
      return true;
    }
  }

  boolean reportsOption() {
    return NO_REPORTS_OPTIONS.stream().noneMatch(words::contains);
  }

  /** The last value of the option, as Gatling takes it; empty if the option is not there. */
  Optional<String> resultsOption() {
    for (int word = words.size() - 1; word >= 0; word--) {
      for (String option : RESULTS_OPTIONS) {
        String text = words.get(word);
        if (text.equals(option) && word + 1 < words.size()) {
          return Optional.of(words.get(word + 1).strip());
        }
        if (text.startsWith(option + "=") || text.startsWith(option + ":")) {
          return Optional.of(text.substring(option.length() + 1).strip());
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The Maven plugin hands the arguments over in a file on the class path. Without it, they are in
   * the command of the process; only Linux's record of it is known to be whole and keeps blanks.
   */
  private static GatlingArguments ofThisProcess() throws IOException {
    Optional<InputStream> plugin = MavenPlugin.arguments();
    if (plugin.isPresent()) {
      try (InputStream file = plugin.get()) {
        String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        return new GatlingArguments(text.lines().toList());
      }
    }
    try {
      return new GatlingArguments(
          List.of(new String(Files.readAllBytes(COMMAND), Charset.defaultCharset()).split("\0")));
    } catch (NoSuchFileException notLinux) {
      String command = OwnJvm.properties().getOrDefault("sun.java.command", "");
      return new GatlingArguments(List.of(command.split(" ")));
    }
  }
}
