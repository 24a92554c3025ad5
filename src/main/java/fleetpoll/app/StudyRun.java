package fleetpoll.app;

import fleetpoll.gatling.GatlingRelease;
import fleetpoll.process.ExitCode;
import fleetpoll.process.OwnJvm;
import fleetpoll.run.Versions;
import fleetpoll.server.Behavior;
import fleetpoll.server.Target;
import fleetpoll.settings.InvalidSettings;
import fleetpoll.settings.SettingsLoader;
import fleetpoll.settings.StudySettings;
import fleetpoll.study.ConcurrencyStudy;
import fleetpoll.study.StudyFolder;
import fleetpoll.study.StudyPage;
import fleetpoll.study.StudyText;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A concurrency study, in a process that Gatling has started. */
public final class StudyRun {

  private StudyRun() {}

  /**
   * Runs the study that the settings describe and ends the JVM; Gatling itself has nothing to run.
   * A failed cell is a result, not a failure of the study.
   */
  public static void runAndExit() {
    System.exit(run().number());
  }

  private static ExitCode run() {
    try {
      OwnProcess.check();
      StudySettings settings =
          SettingsLoader.loadStudy(OwnJvm.properties(), Path.of(""), Behavior::parse);
      Optional<String> obstacle = ResultsFolder.ofThisProcess().obstacle();
      if (obstacle.isPresent()) {
        System.err.println(obstacle.get());
        return ExitCode.BAD_INPUT;
      }
      try (Target target = target(settings)) {
        run(settings, target);
      }
      return ExitCode.OK;
    } catch (InvalidSettings e) {
      System.err.println(e.getMessage());
      return ExitCode.BAD_INPUT;
    } catch (IOException | IllegalStateException e) {
      System.err.println("The study failed: " + Reason.of(e));
      return ExitCode.FAILURE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILURE;
    }
  }

  private static Target target(StudySettings settings) {
    return settings
        .target()
        .map(Target::at)
        .orElseGet(
            () ->
                Target.embedded(
                    settings.embedded(), line -> System.err.println("target: " + line)));
  }

  private static void run(StudySettings settings, Target target)
      throws IOException, InterruptedException {
    StudyFolder folder = StudyFolder.in(GatlingArguments.results(), Instant.now());
    Versions versions = Versions.ofThisProcess(GatlingRelease.version());
    ConcurrencyStudy study =
        ConcurrencyStudy.of(settings, target, folder, versions, System.out::println);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> end(study, target, folder), "end of the study"));
    ParentProcess.endWithIt();
    study.run();
  }

  /** Stops the target and prints the study's rows last, however the study ends. */
  private static void end(ConcurrencyStudy study, Target target, StudyFolder folder) {
    study.interrupt();
    target.close();
    try {
      StudyText.lines(folder.study(), folder.rows()).forEach(System.out::println);
      System.out.println("Study: " + StudyPage.draw(folder).toAbsolutePath().normalize().toUri());
    } catch (IOException e) {
      System.err.println("The study's rows cannot be read: " + Reason.of(e));
    }
    System.out.flush();
  }
}
