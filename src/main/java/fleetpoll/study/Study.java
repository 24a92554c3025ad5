package fleetpoll.study;

import fleetpoll.config.Parameter;
import fleetpoll.run.Versions;
import fleetpoll.run.whole.StoredFile;
import fleetpoll.server.SeededDelay;
import java.time.Instant;
import java.util.List;

/**
 * What one study was: the content of {@code study.json}. {@code study.csv} contains its cells.
 *
 * @param schemaVersion of {@code study.json}: {@value #SCHEMA_VERSION}
 * @param id name of the study's folder
 * @param start before the first cell
 * @param end after the last one that was run
 * @param complete whether all cells were run; false if the study was interrupted
 * @param target what was requested, without the index of the request
 * @param delays of the target: those that it draws or, if it draws none, a constant one measured
 *     beforehand; null if nothing is known
 * @param counted whether the target counts, so that every cell was checked
 * @param python version of the Python clients' interpreter; null if none was asked for or there is
 *     none
 * @param parameters in force, each with its origin
 * @param rows what belongs in {@code study.csv}, or once did if the study is not complete; null in
 *     a study of an earlier Fleetpoll
 */
public record Study(
    int schemaVersion,
    String id,
    Instant start,
    Instant end,
    boolean complete,
    String target,
    SeededDelay delays,
    boolean counted,
    Versions versions,
    String python,
    List<Parameter> parameters,
    StoredFile rows) {

  /** Raised whenever a reader for an older {@code study.json} would misread the new one. */
  public static final int SCHEMA_VERSION = 1;

  /** A copy with what belongs in {@code study.csv}. */
  Study stored(StoredFile written) {
    return new Study(
        schemaVersion,
        id,
        start,
        end,
        complete,
        target,
        delays,
        counted,
        versions,
        python,
        parameters,
        written);
  }
}
