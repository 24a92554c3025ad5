package fleetpoll.study;

import java.util.List;
import java.util.Map;

/**
 * The data that a study's page hands to its script.
 *
 * @param cells in the order of the rows
 */
record StudyData(List<CellData> cells) {

  /**
   * One cell; figures that are not known are null.
   *
   * @param wallS T of a cell that was run
   * @param predictedS n·t/m
   * @param leastX the time that no client can beat, divided by n·t/m
   * @param fittedX the x that the client's fit gives the cell
   * @param throughputPerS successes per second
   */
  record CellData(
      String client,
      long n,
      int m,
      Double wallS,
      Double predictedS,
      Double leastX,
      Double x,
      Double fittedX,
      Double throughputPerS) {}

  static StudyData of(List<StudyCell> cells, Map<String, ConcurrencyFit> fits) {
    return new StudyData(
        cells.stream().map(cell -> cell(cell, fits.get(cell.row().client()))).toList());
  }

  private static CellData cell(StudyCell cell, ConcurrencyFit fit) {
    StudyRow row = cell.row();
    boolean isFitted = fit != null && cell.leastX() != null;
    return new CellData(
        row.client(),
        row.n(),
        row.m(),
        row.isSound() ? row.wallS() : null,
        row.predictedS(),
        cell.leastX(),
        row.x(),
        isFitted ? cell.leastX() * fit.x(row.m()) : null,
        row.isSound() ? row.throughputPerS() : null);
  }
}
