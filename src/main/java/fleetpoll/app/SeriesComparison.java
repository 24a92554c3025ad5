package fleetpoll.app;

import fleetpoll.compare.ComparedRun;
import fleetpoll.compare.Comparison;
import fleetpoll.compare.ComparisonFiles;
import fleetpoll.compare.ComparisonFolder;
import fleetpoll.compare.ComparisonText;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes the comparison of the runs of a series, and prints it. */
final class SeriesComparison {

  private SeriesComparison() {}

  /**
   * Writes it into a folder of its own in {@code results}. If that fails, prints why, and the
   * comparison with those of its files that are there.
   *
   * @return whether all of its files are there; false if there are no runs
   */
  static boolean store(List<ComparedRun> runs, Path results) {
    if (runs.isEmpty()) {
      System.err.println("No run has left a record, so there is nothing to compare.");
      return false;
    }
    try {
      return store(Comparison.of(runs), ComparisonFolder.in(results, Instant.now()));
    } catch (RuntimeException e) {
      // Otherwise the series would end with a stack trace, or as if it had succeeded.
      return failed(e);
    } finally {
      System.out.flush();
    }
  }

  private static boolean store(Comparison comparison, ComparisonFolder folder) {
    boolean isWritten = write(comparison, folder);
    System.out.println();
    ComparisonText.lines(comparison, folder).forEach(System.out::println);
    return isWritten;
  }

  private static boolean write(Comparison comparison, ComparisonFolder folder) {
    try {
      ComparisonFiles.write(comparison, folder);
      return true;
    } catch (IOException | RuntimeException e) {
      return failed(e);
    }
  }

  private static boolean failed(Exception why) {
    System.err.println("The comparison could not be written: " + Reason.of(why));
    if (why instanceof RuntimeException) {
      why.printStackTrace();
    }
    return false;
  }
}
