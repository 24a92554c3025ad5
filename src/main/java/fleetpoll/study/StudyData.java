package fleetpoll.study;

import java.util.List;
import java.util.Map;

/**
 * What the script of a study's page knows.
 *
 * @param cells in the order of the rows
 * @param fits those that there are
 */
record StudyData(List<CellData> cells, List<FitData> fits) {

  /**
   * One cell; figures that are not known are null.
   *
   * @param wallS T of a cell that was run
   * @param predictedS n·t/m
   * @param leastS what no client can beat
   * @param throughputPerS successes per second
   */
  record CellData(
      String client,
      long n,
      int m,
      Double wallS,
      Double predictedS,
      Double leastS,
      Double x,
      Double throughputPerS) {}

  /**
   * What concurrency costs a client: x over the least x is 1 + a·(m − 1) + b·m·(m − 1).
   *
   * @param contention a
   * @param coherency b
   */
  record FitData(String client, double contention, double coherency) {}

  static StudyData of(List<StudyCell> cells, Map<String, ConcurrencyFit> fits) {
    return new StudyData(
        cells.stream().map(StudyData::cell).toList(),
        fits.entrySet().stream().map(fit -> fit(fit.getKey(), fit.getValue())).toList());
  }

  private static FitData fit(String client, ConcurrencyFit fit) {
    return new FitData(client, fit.contention(), fit.coherency());
  }

  private static CellData cell(StudyCell cell) {
    StudyRow row = cell.row();
    return new CellData(
        row.client(),
        row.n(),
        row.m(),
        row.isSound() ? row.wallS() : null,
        row.predictedS(),
        cell.leastS(),
        row.x(),
        row.isSound() ? row.throughputPerS() : null);
  }
}
