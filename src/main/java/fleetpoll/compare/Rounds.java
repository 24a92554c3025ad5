package fleetpoll.compare;

import fleetpoll.figure.Numbers;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.SideFiles;
import fleetpoll.run.whole.DamagedFile;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts stored runs into rounds: the n-th run of a server, by its start, is its round n. */
public final class Rounds {

  /** More rounds than this are counted, not named. */
  private static final int NAMED = 6;

  private Rounds() {}

  /**
   * Reads the runs; the servers stay in the order in which their first runs are given.
   *
   * @throws IOException naming the folder, when it holds no readable {@code run.json}
   */
  public static List<ComparedRun> read(List<RunFolder> folders) throws IOException {
    Map<String, List<ComparedRun>> byTarget = new LinkedHashMap<>();
    for (RunFolder folder : folders) {
      ComparedRun run = read(folder);
      byTarget.computeIfAbsent(run.target(), target -> new ArrayList<>()).add(run);
    }
    return byTarget.values().stream().flatMap(Rounds::inOrder).toList();
  }

  /**
   * A sentence for each run that is given again: in another spelling, as a copy of its folder, or
   * as a link to it. A run is known by its id alone.
   */
  public static List<String> copies(List<ComparedRun> runs) {
    Map<String, ComparedRun> first = new LinkedHashMap<>();
    List<String> copies = new ArrayList<>();
    for (ComparedRun run : runs) {
      ComparedRun same = first.putIfAbsent(run.run().identity(), run);
      if (same != null) {
        copies.add(
            same.folder().equals(run.folder())
                ? run.folder().path() + " is given twice"
                : "%s and %s are one run, %s"
                    .formatted(same.folder().path(), run.folder().path(), run.run().id()));
      }
    }
    return copies;
  }

  /** The run of a folder, in round 1. */
  public static ComparedRun read(RunFolder folder) throws IOException {
    try {
      SideFiles files = new SideFiles(folder);
      Run run = files.run();
      List<String> damage = files.damaged().stream().map(DamagedFile::getMessage).toList();
      return new ComparedRun(run.writtenTarget(), 1, folder, run, damage);
    } catch (IOException e) {
      throw new IOException(folder.path() + ": " + Reason.of(e), e);
    }
  }

  /** {@code round 2}, {@code rounds 1, 2 and 4} or, if there are many, {@code 50 rounds}. */
  static String named(List<Integer> rounds) {
    if (rounds.size() > NAMED) {
      return Numbers.counted(rounds.size(), "round");
    }
    String all = rounds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return (rounds.size() == 1 ? "round " : "rounds ") + all.replaceFirst(", (\\d+)$", " and $1");
  }

  private static Stream<ComparedRun> inOrder(List<ComparedRun> runs) {
    List<ComparedRun> sorted =
        runs.stream().sorted(Comparator.comparing(run -> run.run().start())).toList();
    List<ComparedRun> rounds = new ArrayList<>();
    for (ComparedRun run : sorted) {
      rounds.add(run.inRound(rounds.size() + 1));
    }
    return rounds.stream();
  }
}
