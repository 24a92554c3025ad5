package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.Masks;
import fleetpoll.config.Parameter;
import fleetpoll.trust.Trust;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything that decides what a concurrency study does: {@code conf/study.conf} with a profile and
 * {@code -D} over it, checked.
 *
 * @param requests how many requests a cell sends; each number is a row of the grid
 * @param limits how many requests may be in flight at once; each limit is a column of the grid
 * @param clients who sends them
 * @param delay that the target draws for each request
 * @param seed of the delays
 * @param target what is requested; empty: /delay of the embedded target
 * @param status the expected status code
 * @param lengthBytes the expected length of a body; empty: any
 * @param timeout of one request, connecting included
 * @param trust whose certificates the clients trust
 * @param masks decide what of a text about this is secret
 * @param inForce every parameter as it was read, in the order of {@code study.conf}
 */
public record StudySettings(
    List<Long> requests,
    List<Integer> limits,
    List<StudyClient> clients,
    DelaySettings delay,
    long seed,
    Optional<URI> target,
    int status,
    OptionalLong lengthBytes,
    Duration timeout,
    CellSettings cell,
    EmbeddedSettings embedded,
    Trust trust,
    Masks masks,
    List<Parameter> inForce) {

  /**
   * How the cells of a concurrency study are run, each in a process of its own.
   *
   * @param limit a cell that by the model takes longer is only predicted, not run
   * @param timeout how long a cell may take before it is ended
   * @param jvmArgs flags of the cells' JVMs
   * @param python the interpreter of the Python clients, a command or a path
   */
  public record CellSettings(
      Duration limit, Duration timeout, List<String> jvmArgs, String python) {
    public CellSettings {
      jvmArgs = List.copyOf(jvmArgs);
    }
  }

  /** The second pass; call it only if the first has found no problems. */
  static StudySettings of(Checked values, Trust trust, Masks masks, List<Parameter> inForce) {
    return new StudySettings(
        values.get(StudyKeys.REQUESTS),
        values.get(StudyKeys.LIMIT),
        values.get(StudyKeys.CLIENTS).stream().flatMap(List::stream).distinct().toList(),
        values.get(StudyKeys.DELAY),
        values.get(StudyKeys.SEED),
        values.get(StudyKeys.TARGET),
        values.get(StudyKeys.STATUS),
        values.get(StudyKeys.LENGTH).map(OptionalLong::of).orElse(OptionalLong.empty()),
        values.get(StudyKeys.TIMEOUT),
        new CellSettings(
            values.get(StudyKeys.CELL_LIMIT),
            values.get(StudyKeys.CELL_TIMEOUT),
            values.get(StudyKeys.CELL_JVM_ARGS),
            values.get(StudyKeys.CELL_PYTHON)),
        EmbeddedSettings.of(values),
        trust,
        masks,
        masks.of(inForce));
  }
}
