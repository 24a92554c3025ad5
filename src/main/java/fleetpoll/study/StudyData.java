package fleetpoll.study;

import java.util.List;

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
   * @param fittedX the x that the client's fit gives the cell, if it is about the cell
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

  static StudyData of(List<StudyCell> cells) {
    return new StudyData(cells.stream().map(StudyData::cell).toList());
  }

  private static CellData cell(StudyCell cell) {
    StudyRow row = cell.row();
    return new CellData(
        row.client(),
        row.n(),
        row.m(),
        row.isSound() ? row.wallS() : null,
        row.predictedS(),
        cell.leastX(),
        row.x(),
        cell.fittedX(),
        row.isSound() ? row.throughputPerS() : null);
  }
}
