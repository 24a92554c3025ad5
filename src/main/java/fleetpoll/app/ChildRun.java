package fleetpoll.app;

import fleetpoll.process.JavaCommand;
import fleetpoll.process.OwnJvm;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An ordinary run against one server in a process of its own. That process has the flags, class
 * path, terminal and results folder of this one.
 */
final class ChildRun {

  /** Longer than a run, its report included, takes to end in order. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String GATLING = "io.gatling.app.Gatling";

  private final Process process;
  private final RunDirectory directory;

  private ChildRun(Process process, RunDirectory directory) {
    this.process = process;
    this.directory = directory;
  }

  /**
   * @param results the folder in which the run's folder is made
   * @param target its value of the parameter {@code target}
   */
  static ChildRun start(Class<?> simulation, Path results, String target) throws IOException {
    RunDirectory directory = new RunDirectory(results, simulation, Instant.now());
    Process process = new ProcessBuilder(command(simulation, results, target)).inheritIO().start();
    return new ChildRun(process, directory);
  }

  private static List<String> command(Class<?> simulation, Path results, String target) {
    List<String> flags = new ArrayList<>(OwnJvm.flags());
    flags.addAll(List.of("-Dtarget=" + target, "-Dcompare.rounds=1"));
    List<String> arguments = List.of("-s", simulation.getName(), "-rf", results.toString());
    return new JavaCommand(flags, GATLING, arguments).words();
  }

  /** Waits for its end and returns its exit code. */
  int await() throws InterruptedException {
    return process.waitFor();
  }

  /** Asks it to end in order and waits until it has ended; it may have ended before. */
  void end() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The folder that it has made; empty if it has made none yet. */
  Optional<RunFolder> folder() throws IOException {
    return directory.find().map(RunFolder::new);
  }
}
