package fleetpoll.app.capacity;

import fleetpoll.capacity.Capacity;
import fleetpoll.capacity.CapacityFolder;
import fleetpoll.capacity.CapacityTrial;
import fleetpoll.capacity.ParameterChange;
import fleetpoll.capacity.Searches.Next;
import fleetpoll.capacity.TrialResult;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.SampleRow;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The runs that a search began after it was stored last, as it was cut short: by {@code kill -9}, a
 * crash or a power cut.
 *
 * @param search its folder
 * @param stored what is stored there
 */
record LateRuns(CapacityFolder search, Capacity stored) {

  private static final double MILLIS = 1e3;

  /**
   * One of them.
   *
   * @param until its last sign of life
   */
  private record Late(RunFolder folder, Run run, Instant until) {

    static Late of(RunFolder folder, Run run) throws IOException {
      double seconds = folder.samples().stream().mapToDouble(SampleRow::tS).max().orElse(0);
      return new Late(folder, run, run.start().plusMillis(Math.round(seconds * MILLIS)));
    }

    /**
     * Empty if it says nothing. Nobody saw its exit code: as with a run that a signal reached when
     * it had its record, it counts.
     */
    Optional<CapacityTrial> trial(int number, CapacityFolder search) {
      Next next = new Next(run.writtenTarget(), run.devices().size());
      return Files.exists(folder.devicesPage())
              && TrialResult.of(number, next, run, folder, search)
                  instanceof TrialResult.Counts counts
          ? Optional.of(counts.trial())
          : Optional.empty();
    }
  }

  /** The search with the time that they took, and with those that are whole as its trials. */
  Capacity counted() throws IOException {
    List<CapacityTrial> trials = new ArrayList<>(stored.trials());
    Instant until = stored.end();
    for (Late late : all()) {
      until = late.until().isAfter(until) ? late.until() : until;
      late.trial(trials.size() + 1, search).ifPresent(trials::add);
    }
    Duration further = Duration.between(stored.end(), until);
    return stored.with(trials, stored.spentS() + further.toMillis() / MILLIS);
  }

  /** In their order. */
  private List<Late> all() throws IOException {
    List<Late> all = new ArrayList<>();
    Set<String> identities = new HashSet<>();
    List<RunFolder> known = stored.trials().stream().map(search::run).toList();
    for (RunFolder folder : search.runs()) {
      try {
        Run run = folder.run();
        if (!known.contains(folder) && isOwn(run) && identities.add(run.identity())) {
          all.add(Late.of(folder, run));
        }
      } catch (IOException noWholeRecord) {
        // It is made again.
      }
    }
    all.sort(Comparator.comparing(Late::until));
    return all;
  }

  /** Other runs may have been put into the folder. */
  private boolean isOwn(Run run) {
    return run.start().isAfter(stored.end())
        && stored.targets().contains(run.writtenTarget())
        && isAsLong(run)
        && ParameterChange.isOfTrial(stored.parameters(), run.parameters())
        && VersionChanges.between(stored.versions(), run.versions()).isEmpty();
  }

  private boolean isAsLong(Run run) {
    String length = Duration.ofMillis(Math.round(stored.claim().trialS() * MILLIS)).toString();
    return run.parameters().stream()
        .filter(parameter -> parameter.key().equals("duration"))
        .anyMatch(parameter -> length.equals(parameter.normal()));
  }
}
