package fleetpoll.app;

import fleetpoll.report.DevicesPage;
import fleetpoll.report.JunitXml;
import fleetpoll.run.FileSteps;
import fleetpoll.run.Missing;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.RunWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run has left in a folder.
 *
 * @param run as it is stored; empty if it could not be put together
 * @param missing files that could not be written
 * @param storageFailed whether another folder could be better
 */
record RunFiles(RunFolder folder, Optional<Run> run, List<Missing> missing, boolean storageFailed) {

  /** Without these nobody knows what a run was, or whether it passed. */
  private static final Set<String> ESSENTIAL =
      Set.of(RunFolder.RUN, RunFolder.DEVICES, RunFolder.JUNIT);

  /**
   * Writes and draws all that can be written; throws nothing. A run without an essential file is
   * stored as invalid.
   */
  static RunFiles write(RunFolder folder, Run run, RunWriter writer) {
    FileSteps steps = new FileSteps(List.of());
    Run written = writer.write(run, steps);
    Run whole = judged(written, steps);
    steps.attempt(RunFolder.JUNIT, () -> JunitXml.write(folder, whole));
    Run judged = judged(whole, steps);
    if (judged != written) {
      steps.attempt(RunFolder.RUN, () -> folder.write(judged));
    }
    steps.attempt(RunFolder.DEVICES_PAGE, () -> DevicesPage.draw(folder));
    return new RunFiles(
        folder,
        Optional.of(judged.withMissing(steps.missing())),
        steps.missing(),
        steps.hasStorageFailed());
  }

  private static Run judged(Run run, FileSteps steps) {
    return missingEssentials(steps.missing())
        .map(names -> run.withVerdict(run.verdict().invalid("The run left no " + names + ".")))
        .orElse(run);
  }

  /** Writes what was measured in a run that could not be put together; throws nothing. */
  static RunFiles write(RunFolder folder, Instant start, Instant end, RunWriter writer) {
    FileSteps steps = new FileSteps(List.of(new Missing(RunFolder.RUN, "there is no run")));
    writer.writeMeasurements(start, end, steps);
    return new RunFiles(folder, Optional.empty(), steps.missing(), steps.hasStorageFailed());
  }

  /** Whether there is a run, and nothing of what was measured is missing. */
  boolean isWhole() {
    return isRecord() && !storageFailed;
  }

  /** Whether there is a run that has all essential files. */
  boolean isRecord() {
    return run.isPresent() && missingEssentials().isEmpty();
  }

  /**
   * Whether it is a part of a fleet of which nothing is missing that the merge needs. Only all
   * parts together pass or not: of one, the merge needs the record, good or bad.
   */
  boolean isWholePart() {
    return run.filter(one -> one.isPart() && !one.interrupted()).isPresent()
        && missing.stream().map(Missing::file).noneMatch(RunFolder.MEASURED::contains);
  }

  /** Lets nothing in this folder say any more how the run went: another folder is the record. */
  void takeBack() throws IOException {
    Files.deleteIfExists(folder.path().resolve(RunFolder.JUNIT));
    Files.deleteIfExists(folder.devicesPage());
    Files.deleteIfExists(folder.path().resolve(RunFolder.RUN));
  }

  /** The missing files without which a run does not pass, in words; empty if there are none. */
  Optional<String> missingEssentials() {
    return missingEssentials(missing);
  }

  private static Optional<String> missingEssentials(List<Missing> missing) {
    String files =
        missing.stream()
            .map(Missing::file)
            .filter(ESSENTIAL::contains)
            .distinct()
            .collect(Collectors.joining(", "));
    return files.isEmpty() ? Optional.empty() : Optional.of(files);
  }

  /** The first reason for which a file is missing. */
  String reason() {
    return missing.isEmpty() ? "" : missing.get(0).text();
  }
}
