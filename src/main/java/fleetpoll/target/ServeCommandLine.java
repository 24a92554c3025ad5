package fleetpoll.target;

import fleetpoll.settings.EmbeddedSettings;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line that starts the embedded target as a process. */
final class ServeCommandLine {

  /** By name: the command line's package may know this one, but not the other way round. */
  private static final String MAIN_CLASS = "fleetpoll.cli.Fleetpoll";

  private ServeCommandLine() {}

  static List<String> of(EmbeddedSettings settings) {
    List<String> words = new ArrayList<>(ownSession());
    words.add(ProcessHandle.current().info().command().orElse("java"));
    words.add("-cp");
    words.add(ManagementFactory.getRuntimeMXBean().getClassPath());
    words.addAll(settings.jvmArgs());
    words.add(MAIN_CLASS);
    words.addAll(List.of("serve", "--port", "0"));
    words.addAll(List.of("--threads", Integer.toString(settings.threads())));
    words.add("--until-stdin-closes");
    words.addAll(Behavior.parse(settings.faults()).flags());
    return words;
  }

  /**
   * In a session of its own the target gets no Ctrl-C meant for us, and can be told from us in a
   * list of processes. A new child leads no process group, so setsid does not fork: the pid stays.
   */
  private static List<String> ownSession() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .map(directory -> Path.of(directory, "setsid"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(setsid -> List.of(setsid.toString()))
        .orElse(List.of());
  }
}
