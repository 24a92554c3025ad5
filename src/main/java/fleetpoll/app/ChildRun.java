package fleetpoll.app;

import fleetpoll.process.ExitCode;
import fleetpoll.process.JavaCommand;
import fleetpoll.process.OwnJvm;
import fleetpoll.run.RunFolder;
import fleetpoll.settings.capacity.CapacityKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An ordinary run against one server in a process of its own. That process has the flags, class
 * path and terminal of this one.
 */
public final class ChildRun {

  /** Longer than a run, its report included, takes to end in order. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String GATLING = "io.gatling.app.Gatling";

  /** Property of the process: the file that shall name the run's folder. */
  private static final String NOTICE = "fleetpoll.notice";

  private final Process process;
  private final Path notice;

  private ChildRun(Process process, Path notice) {
    this.process = process;
    this.notice = notice;
  }

  /**
   * Starts a run.
   *
   * @param results the folder in which the run's folder is made
   * @param parameters those of its parameters in which it differs from this process
   */
  public static ChildRun start(Class<?> simulation, Path results, Map<String, String> parameters)
      throws IOException {
    Path notice = Files.createTempFile("fleetpoll-", ".folder");
    notice.toFile().deleteOnExit();
    List<String> command = command(simulation, results, parameters, notice);
    return new ChildRun(new ProcessBuilder(command).inheritIO().start(), notice);
  }

  /**
   * Tells the process that started this one in which folder the run is recorded, if it asked so.
   */
  static void tellParent(Path folder) throws IOException {
    String notice = OwnJvm.properties().get(NOTICE);
    if (notice != null) {
      Files.writeString(Path.of(notice), folder.toString());
    }
  }

  private static List<String> command(
      Class<?> simulation, Path results, Map<String, String> parameters, Path notice) {
    List<String> flags = new ArrayList<>(OwnJvm.flags());
    flags.removeIf(flag -> flag.startsWith("-D" + CapacityKeys.ROOT + "."));
    parameters.forEach((key, value) -> flags.add("-D%s=%s".formatted(key, value)));
    flags.addAll(List.of("-Dcompare.rounds=1", "-D" + NOTICE + "=" + notice));
    List<String> arguments = List.of("-s", simulation.getName(), "-rf", results.toString());
    return new JavaCommand(flags, GATLING, arguments).words();
  }

  /** Waits for its end and returns its exit code. */
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  /**
   * Asks it to end in order, waits until it has ended and returns its exit code; it may have ended
   * before.
   */
  public int end() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.TERMINATED.number();
    }
  }

  /** The folder of its record; empty if it has none yet. */
  public Optional<RunFolder> folder() throws IOException {
    String folder = Files.readString(notice);
    return folder.isEmpty() ? Optional.empty() : Optional.of(new RunFolder(Path.of(folder)));
  }
}
