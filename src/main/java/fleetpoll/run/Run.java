package fleetpoll.run;

import fleetpoll.config.Parameter;
import java.time.Instant;
import java.util.List;

/**
 * What one run was: the content of {@code run.json}. Whatever is per device, per second or a
 * distribution stands in the files beside it.
 *
 * @param schemaVersion of {@code run.json}: {@value #SCHEMA_VERSION}
 * @param id name of the run folder
 * @param start of the measured window, after the warm-up
 * @param end when the last poll had ended
 * @param interrupted whether it was ended before its time
 * @param target where the requests went
 * @param parameters in force, each with its origin
 * @param devices their identities, in order; their further columns may be secrets and are left out
 * @param endpoints totals of the fleet, in the order of the settings
 * @param events what happened besides polls, in order
 * @param storms those that struck, in order
 * @param resources what it cost
 * @param verdict what it is worth
 * @param missing files that could not be written, with why; the rest of the folder is good
 */
public record Run(
    int schemaVersion,
    String id,
    Instant start,
    Instant end,
    boolean interrupted,
    String target,
    Versions versions,
    List<Parameter> parameters,
    List<String> devices,
    List<EndpointTotals> endpoints,
    List<Event> events,
    List<Storm> storms,
    Resources resources,
    Verdict verdict,
    List<String> missing) {

  /** Raised whenever a reader of an older {@code run.json} would go wrong. */
  public static final int SCHEMA_VERSION = 2;

  /** There were no storms when the first runs of this schema were stored. */
  public Run {
    storms = storms == null ? List.of() : List.copyOf(storms);
  }

  /** A copy with another verdict. */
  public Run withVerdict(Verdict another) {
    return new Run(
        schemaVersion,
        id,
        start,
        end,
        interrupted,
        target,
        versions,
        parameters,
        devices,
        endpoints,
        events,
        storms,
        resources,
        another,
        missing);
  }

  /** A copy that says which files are missing. */
  public Run withMissing(List<String> missingFiles) {
    return new Run(
        schemaVersion,
        id,
        start,
        end,
        interrupted,
        target,
        versions,
        parameters,
        devices,
        endpoints,
        events,
        storms,
        resources,
        verdict,
        List.copyOf(missingFiles));
  }
}
