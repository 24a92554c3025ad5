package fleetpoll.study;

import fleetpoll.figure.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * A cell of a study as it is shown.
 *
 * @param leastX the time that no client can beat, divided by n·t/m; null if nothing is known of the
 *     delays
 * @param cpuS processor time in user mode and in the kernel; null if it is not known
 */
record StudyCell(StudyRow row, Double leastX, Double cpuS) {

  /** The cells of a study, in the order of its rows. */
  static List<StudyCell> of(Study study, List<StudyRow> rows) {
    Optional<DelayModel> delays = Optional.ofNullable(study.delays()).map(DelayModel::new);
    return rows.stream().map(row -> of(row, delays)).toList();
  }

  private static StudyCell of(StudyRow row, Optional<DelayModel> delays) {
    Double predictedS = row.predictedS();
    Double leastX =
        predictedS == null || predictedS == 0
            ? null
            : delays.map(d -> d.floorSeconds(row.n(), row.m()) / predictedS).orElse(null);
    Double cpuS =
        row.userS() == null || row.sysS() == null ? null : Double.valueOf(row.userS() + row.sysS());
    return new StudyCell(row, leastX, cpuS);
  }

  /** The least x, null if there is no x to compare it with. */
  public Double leastBesideX() {
    return row.x() == null ? null : leastX;
  }

  /** In per cent of one core, rounded; {@link Numbers#NONE} if it is not known. */
  public String cpuPercent() {
    return row.cpuShare() == null ? Numbers.NONE : Numbers.count(Math.round(100 * row.cpuShare()));
  }
}
