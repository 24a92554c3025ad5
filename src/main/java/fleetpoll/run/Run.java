package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import fleetpoll.config.Parameter;
import fleetpoll.figure.Count;
import fleetpoll.figure.Figure;
import fleetpoll.figure.Statistic;
import fleetpoll.run.shard.MergedShard;
import fleetpoll.run.shard.Shard;
import fleetpoll.run.unfinished.Maker;
import fleetpoll.run.whole.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one run was: the content of {@code run.json}. The other files of the folder contain what is
 * per device, per second or a distribution.
 *
 * @param schemaVersion of {@code run.json}: {@value #OLDEST_SCHEMA_VERSION} to {@value
 *     #SCHEMA_VERSION}
 * @param state how far the run has come; an earlier Fleetpoll stored only runs that had ended
 * @param maker the process that makes the run; null if it has ended
 * @param id name of the run folder when the run began; a copy of the folder keeps it
 * @param uuid random, as runs of two machines may have one id; null in a run of an earlier
 *     Fleetpoll
 * @param start of the measured window, after the warm-up
 * @param end of the measured window: when its schedule ended, or the interruption if that was
 *     earlier; of a run that has not ended, the instant until which its record is whole; up to
 *     schema 3, when the last device had left
 * @param overtime what came after the window; null up to schema 3
 * @param due what came due until the end; null in a run of an earlier Fleetpoll
 * @param interrupted whether it was ended before its time
 * @param target where the requests went
 * @param shard which part of the fleet it was, or that it was to start at an instant; null for a
 *     whole fleet that started when it was ready, and in a run of an earlier Fleetpoll
 * @param parameters in force, each with its origin
 * @param devices their ids, in order; the other columns of the identities may be secrets and are
 *     left out
 * @param deviceBinS width of the bins of {@code device-timeline.csv}, in seconds; null in a run of
 *     an earlier Fleetpoll
 * @param shards what was merged into it, in the order of their indices; null unless it was merged
 * @param endpoints totals of the fleet, in the order of the settings
 * @param logins null if no device logs in, and in a run of an earlier Fleetpoll
 * @param events what happened apart from polls, in order
 * @param storms that struck, in order
 * @param silence the longest that a device went without a success of any endpoint; null if no
 *     device had anything planned, or unknown, as in a run before schema {@value
 *     #RESPONSE_OF_ALL_PLANNED}
 * @param tlsHandshakes of the devices; null if there were none, or unknown, as in a run of an
 *     earlier Fleetpoll
 * @param resources what it used
 * @param verdict whether it can be believed, and whether the target passed
 * @param missing files that could not be written; the others are complete
 * @param files what belongs in each of the other files, without those that are missing; of a run
 *     that has not ended, {@code timeline.csv} and {@code samples.csv} may have grown since; null
 *     in a run of an earlier Fleetpoll, and before the first checkpoint
 */
public record Run(
    int schemaVersion,
    State state,
    Maker maker,
    String id,
    String uuid,
    Instant start,
    Instant end,
    Overtime overtime,
    Due due,
    boolean interrupted,
    String target,
    Shard shard,
    Versions versions,
    List<Parameter> parameters,
    List<String> devices,
    Double deviceBinS,
    List<MergedShard> shards,
    List<EndpointTotals> endpoints,
    Logins logins,
    List<Event> events,
    List<Storm> storms,
    Silence silence,
    Connections.Handshakes tlsHandshakes,
    Resources resources,
    Verdict verdict,
    List<Missing> missing,
    List<StoredFile> files) {

  /** Raised whenever a reader for an older {@code run.json} would misread the new one. */
  public static final int SCHEMA_VERSION = 5;

  /** The first schema version whose response times are those of all planned polls. */
  static final int RESPONSE_OF_ALL_PLANNED = 4;

  private static final int FEWEST_TO_SHARE_MEMORY = 100;

  /** The oldest schema version that can still be read. */
  static final int OLDEST_SCHEMA_VERSION = 2;

  /** How far a run has come. */
  public enum State {
    /** Its record is being written, or was when the run was cut short. */
    @JsonProperty("running")
    RUNNING,
    /** Its record is whole, apart from the files that are missing. */
    @JsonProperty("ended")
    ENDED
  }

  /**
   * Polls that were due in the measured window and ended after it. They are in every count, and the
   * time that they took after the window is in no rate.
   *
   * @param polls how many
   * @param lastS how long after the window's end the last of them ended, in seconds; 0 if there are
   *     none
   */
  public record Overtime(long polls, double lastS) {}

  /**
   * What a run that ends before its time has less of than its settings hold.
   *
   * @param scheduled polls that the settings hold, to the end of the run
   * @param ticks of all devices that came due before the end
   */
  public record Due(long scheduled, long ticks) {}

  /** Some runs of schema 2 have no storms, and those up to 4 no state. */
  public Run {
    state = state == null ? State.ENDED : state;
    storms = storms == null ? List.of() : List.copyOf(storms);
  }

  /** Whether the response times are those of all planned polls, or else of successes only. */
  public boolean measuresAllPlanned() {
    return schemaVersion >= RESPONSE_OF_ALL_PLANNED;
  }

  /**
   * The parameter {@code target} as it was written: an embedded target has another address in each
   * run.
   */
  public String writtenTarget() {
    return parameters.stream()
        .filter(parameter -> parameter.key().equals("target"))
        .map(Parameter::value)
        .findFirst()
        .orElse(target);
  }

  /**
   * The server's processor milliseconds a request; null if that is unknown, as in a part of a
   * fleet: the server served the other parts, too.
   */
  public Double cpuMsPerRequest() {
    return isPart() ? null : resources.cpuMsPerRequest();
  }

  /**
   * The server's memory as megabytes per 1,000 devices; null if it is unknown, as in a part of a
   * fleet, or if there are so few devices that most of it does not depend on them.
   */
  public Double mbPerThousandDevices() {
    return isPart() || devices.size() < FEWEST_TO_SHARE_MEMORY
        ? null
        : resources.mbPerThousandDevices();
  }

  /** The same for a figure of the whole fleet or of the server. */
  public Double figure(Figure figure) {
    return figure(figure, null);
  }

  /**
   * A figure in its unit; null if there is nothing to measure, or it was not measured.
   *
   * @param endpoint its name; null for a figure of the whole fleet or of the server
   */
  public Double figure(Figure figure, String endpoint) {
    return reader(endpoint).read(figure);
  }

  /**
   * The polls behind a figure: successes of those sent for success, missed of those planned for
   * missed, successes of those planned for throughput; null for any other figure.
   *
   * @param endpoint its name; null for all endpoints together
   */
  public Count count(Figure figure, String endpoint) {
    return reader(endpoint).count(figure);
  }

  private FigureReader reader(String endpoint) {
    return new FigureReader(this, endpoints(endpoint));
  }

  /**
   * The totals of an endpoint; empty if there is none of that name.
   *
   * @param endpoint its name; null for all endpoints
   */
  public List<EndpointTotals> endpoints(String endpoint) {
    return endpoints.stream().filter(e -> endpoint == null || e.name().equals(endpoint)).toList();
  }

  /**
   * Whether a figure is a percentile of too few polls to say much: one more slow poll could be
   * another percentile.
   *
   * @param endpoint its name; null for a figure of the whole fleet or of the server
   */
  public boolean isOfFew(Figure figure, String endpoint) {
    return figure
        .statistic()
        .filter(
            statistic ->
                endpoints.stream()
                    .filter(totals -> totals.name().equals(endpoint))
                    .anyMatch(totals -> statistic.isOfFew(totals.polls(figure))))
        .isPresent();
  }

  /**
   * Whether a figure may be greater than it could be measured: a response time that polls without
   * an answer may have moved, or a peak of the server that is known for too little of the time.
   *
   * @param endpoint its name; null for a figure of the whole fleet or of the server
   */
  public boolean isLowerBound(Figure figure, String endpoint) {
    if (figure.isResponse()) {
      Statistic statistic = figure.statistic().orElseThrow();
      return endpoints(endpoint).stream().anyMatch(each -> each.isLowerBound(statistic));
    }
    return figure == Figure.PEAK_MEMORY && resources.mayHaveMissedPeaks();
  }

  /** Whether it is about a part of a fleet only, so that its levels cannot be judged. */
  @JsonIgnore
  public boolean isPart() {
    return shard != null && shard.isPart();
  }

  /** Whether it has not ended: its maker may tell which. */
  @JsonIgnore
  public boolean isRunning() {
    return state == State.RUNNING;
  }

  /** Whether it was merged from the runs of shards. */
  @JsonIgnore
  public boolean isMerged() {
    return shards != null;
  }

  /** What no other run has, and what every copy of this one has, wherever it is. */
  @JsonIgnore
  public String identity() {
    return uuid == null ? id : uuid;
  }

  /** What belongs in a file of the run's folder; empty if that is not known. */
  public Optional<StoredFile> file(String name) {
    return files == null
        ? Optional.empty()
        : files.stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /** A copy with another verdict. */
  public Run withVerdict(Verdict another) {
    return with(another, missing, files);
  }

  /** A copy with these missing files. */
  public Run withMissing(List<Missing> missingFiles) {
    return with(verdict, List.copyOf(missingFiles), files);
  }

  /** A copy with these missing files, in whose other files this belongs. */
  public Run stored(List<Missing> missingFiles, List<StoredFile> storedFiles) {
    return with(verdict, List.copyOf(missingFiles), List.copyOf(storedFiles));
  }

  private Run with(
      Verdict anotherVerdict, List<Missing> missingFiles, List<StoredFile> storedFiles) {
    return new Run(
        schemaVersion,
        state,
        maker,
        id,
        uuid,
        start,
        end,
        overtime,
        due,
        interrupted,
        target,
        shard,
        versions,
        parameters,
        devices,
        deviceBinS,
        shards,
        endpoints,
        logins,
        events,
        storms,
        silence,
        tlsHandshakes,
        resources,
        anotherVerdict,
        missingFiles,
        storedFiles);
  }
}
