package fleetpoll.study;

import fleetpoll.config.Parameter;
import fleetpoll.run.Versions;
import fleetpoll.server.SeededDelay;
import java.time.Instant;
import java.util.List;

/**
 * What one study was: the content of {@code study.json}. Its cells stand in {@code study.csv}.
 *
 * @param schemaVersion of {@code study.json}: {@value #SCHEMA_VERSION}
 * @param id name of the study's folder
 * @param start before the first cell
 * @param end after the last one that was run
 * @param complete whether no cell is missing because the study was interrupted
 * @param target what was requested, without the index of the request
 * @param delays of the target: those it draws, or a constant one, measured beforehand, where it
 *     draws none; null: nothing is known
 * @param counted whether the target counts, so that every cell was checked
 * @param python version of the Python clients' interpreter; null if none was asked for or there is
 *     none
 * @param parameters in force, each with its origin
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
    List<Parameter> parameters) {

  /** Raised whenever a reader of an older {@code study.json} would go wrong. */
  public static final int SCHEMA_VERSION = 1;
}
