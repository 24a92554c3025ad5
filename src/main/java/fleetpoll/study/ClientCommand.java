package fleetpoll.study;

import fleetpoll.client.BlockingClient;
import fleetpoll.client.CellTask;
import fleetpoll.client.ThreadKind;
import fleetpoll.process.JavaCommand;
import fleetpoll.settings.StudyClient;
import fleetpoll.settings.StudySettings;
import fleetpoll.trust.Trust;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command lines that start the clients, each a process of its own.
 *
 * @param settings flags and interpreter
 * @param results the folder in which Gatling makes the folders of its runs
 */
record ClientCommand(StudySettings.CellSettings settings, Path results) {

  /** The folder of the scripts, relative to the working directory. */
  static final Path SCRIPTS = Path.of("user-files", "clients");

  // By name: the adapter to Gatling may use this package, but not the other way round.
  private static final String GATLING = "io.gatling.app.Gatling";
  private static final String SIMULATION = "fleetpoll.gatling.CellSimulation";
  private static final List<String> GATLING_NEEDS =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

  List<String> of(Cell cell, CellTask task) {
    return switch (cell.client()) {
      case SYNC, THREADS -> blocking(task, ThreadKind.PLATFORM);
      case VIRTUAL -> blocking(task, ThreadKind.VIRTUAL);
      case ASYNC -> gatling(cell, task);
      case PYTHON_SYNC, PYTHON_THREADS, PYTHON_ASYNC -> python(cell.client(), task);
    };
  }

  static Path script(StudyClient client) {
    return SCRIPTS.resolve(client.word().replace('-', '_') + ".py");
  }

  private List<String> blocking(CellTask task, ThreadKind kind) {
    return java(task, List.of(), BlockingClient.class.getName(), List.of(kind.name()));
  }

  private List<String> gatling(Cell cell, CellTask task) {
    return java(
        task,
        Stream.concat(GATLING_NEEDS.stream(), tls(task.trust())).toList(),
        GATLING,
        List.of("-s", SIMULATION, "-rf", results.toString(), "-rd", cell.toString()));
  }

  /** The cell itself adds the certificates that are trusted. */
  private static Stream<String> tls(Trust trust) {
    return Stream.of(
        "-Dgatling.ssl.useOpenSsl=true",
        "-Dgatling.ssl.useInsecureTrustManager=" + !trust.verifies(),
        "-Dgatling.http.enableHostnameVerification=" + trust.verifies());
  }

  private List<String> java(
      CellTask task, List<String> needs, String mainClass, List<String> arguments) {
    List<String> flags = new ArrayList<>(settings.jvmArgs());
    flags.addAll(needs);
    task.options()
        .forEach((option, value) -> flags.add("-D" + CellTask.property(option) + "=" + value));
    return new JavaCommand(flags, mainClass, arguments).words();
  }

  private List<String> python(StudyClient client, CellTask task) {
    List<String> words = new ArrayList<>();
    words.add(settings.python());
    words.add(script(client).toString());
    task.options().forEach((option, value) -> words.addAll(List.of("--" + option, value)));
    return words;
  }
}
