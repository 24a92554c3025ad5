package fleetpoll.server;

import fleetpoll.process.JavaCommand;
import fleetpoll.settings.EmbeddedSettings;
import java.util.ArrayList;
import java.util.List;

/** The command line that starts the embedded target as a process. */
public final class ServeCommandLine {

  /** By name: the command line's package may use this one, but not the other way round. */
  private static final String MAIN_CLASS = "fleetpoll.cli.Fleetpoll";

  private ServeCommandLine() {}

  public static List<String> of(EmbeddedSettings settings) {
    List<String> words = new ArrayList<>(OwnSession.program().stream().toList());
    words.addAll(new JavaCommand(settings.jvmArgs(), MAIN_CLASS, arguments(settings)).words());
    return words;
  }

  private static List<String> arguments(EmbeddedSettings settings) {
    List<String> words = new ArrayList<>(List.of("serve", "--port", "0"));
    words.addAll(List.of("--host", settings.host().getHostAddress()));
    words.addAll(List.of("--threads", Integer.toString(settings.threads())));
    words.add("--until-stdin-closes");
    words.addAll(Behavior.parse(settings.faults()).flags());
    return words;
  }
}
