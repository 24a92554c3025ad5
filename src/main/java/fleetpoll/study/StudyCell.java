package fleetpoll.study;

import fleetpoll.figure.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A cell of a study as it is shown.
 *
 * @param leastX the time that no client can beat, divided by n·t/m; null if nothing is known of the
 *     delays
 * @param fittedX the x that the client's fit gives the cell; null if there is no fit, or the cell
 *     is not one that it is about: it has no more requests than places, or a greater limit than any
 *     that was measured
 * @param cpuS processor time in user mode and in the kernel; null if it is not known
 */
record StudyCell(StudyRow row, Double leastX, Double fittedX, Double cpuS) {

  // Clients may swap requests that leave together, and t may be measured: both vary a little.
  private static final double TOLERANCE = 0.1;

  /** The cells of a study, in the order of its rows. */
  static List<StudyCell> of(Study study, List<StudyRow> rows) {
    Optional<DelayModel> delays = Optional.ofNullable(study.delays()).map(DelayModel::new);
    Map<String, ConcurrencyFit> fits = ClientFits.of(study, rows);
    return rows.stream()
        .map(row -> of(row, delays, Optional.ofNullable(fits.get(row.client()))))
        .toList();
  }

  private static StudyCell of(
      StudyRow row, Optional<DelayModel> delays, Optional<ConcurrencyFit> fit) {
    Double predictedS = row.predictedS();
    Double leastX =
        predictedS == null || predictedS == 0
            ? null
            : delays.map(d -> d.floorSeconds(row.n(), row.m()) / predictedS).orElse(null);
    Double cpuS =
        row.userS() == null || row.sysS() == null ? null : Double.valueOf(row.userS() + row.sysS());
    Double fittedX =
        leastX == null
            ? null
            : fit.filter(f -> f.covers(row.m()) && ClientFits.isAboutLimit(row))
                .map(f -> leastX * f.x(row.m()))
                .orElse(null);
    return new StudyCell(row, leastX, fittedX, cpuS);
  }

  /** The least x, null if there is no x to compare it with. */
  public Double leastBesideX() {
    return row.x() == null ? null : leastX;
  }

  /** Whether x is so far below the least x that t cannot be what the target took. */
  boolean isBelowLeastX() {
    return row.isSound() && row.x() != null && leastX != null && row.x() < leastX * (1 - TOLERANCE);
  }

  /**
   * The residual of the fit: by how many per cent of the fitted x the measured one is greater; null
   * if one of them is not there.
   */
  public Double residualPercent() {
    return fittedX == null || !row.isSound() || row.x() == null
        ? null
        : Double.valueOf(100 * (row.x() / fittedX - 1));
  }

  /** The same with its sign; {@link Numbers#NONE} if there is none. */
  public String residual() {
    Double percent = residualPercent();
    return percent == null ? Numbers.NONE : signed(percent);
  }

  /** A number with one decimal and its sign, which 0 does not have. */
  static String signed(double number) {
    String text = String.format(Locale.ROOT, "%+,.1f", number);
    return text.matches(".0\\.0") ? "0" : text;
  }

  /** The row with what the fit says about it. */
  StudyRow fitted() {
    return row.withFit(fittedX, residualPercent());
  }

  /** In per cent of one core, rounded; {@link Numbers#NONE} if it is not known. */
  public String cpuPercent() {
    return row.cpuShare() == null ? Numbers.NONE : Numbers.count(Math.round(100 * row.cpuShare()));
  }
}
