package fleetpoll.study;

import fleetpoll.figure.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * A cell of a study as it is shown.
 *
 * @param leastS what no client can beat, in seconds; null where nothing is known of the delays
 * @param leastX the same over n·t/m; null where there is no x to compare it with
 * @param cpuS processor time in user mode and in the kernel; null where it is not known
 */
record StudyCell(StudyRow row, Double leastS, Double leastX, Double cpuS) {

  /** Those of a study, in the order of its rows. */
  static List<StudyCell> of(Study study, List<StudyRow> rows) {
    Optional<DelayModel> delays = Optional.ofNullable(study.delays()).map(DelayModel::new);
    return rows.stream().map(row -> of(row, delays)).toList();
  }

  private static StudyCell of(StudyRow row, Optional<DelayModel> delays) {
    Double leastS = delays.map(d -> d.floorSeconds(row.n(), row.m())).orElse(null);
    Double leastX =
        row.x() == null || leastS == null ? null : Double.valueOf(leastS / row.predictedS());
    Double cpuS =
        row.userS() == null || row.sysS() == null ? null : Double.valueOf(row.userS() + row.sysS());
    return new StudyCell(row, leastS, leastX, cpuS);
  }

  /** In per cent of one core, rounded; {@link Numbers#NONE} where it is not known. */
  public String cpuPercent() {
    return row.cpuShare() == null ? Numbers.NONE : Numbers.count(Math.round(100 * row.cpuShare()));
  }
}
