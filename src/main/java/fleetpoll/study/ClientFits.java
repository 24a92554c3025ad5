package fleetpoll.study;

import fleetpoll.study.ConcurrencyFit.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fits, over the limits, what concurrency costs each client of a study. */
public final class ClientFits {

  private ClientFits() {}

  /**
   * The fits by client, in the order of the rows; clients with too few points are absent.
   *
   * <p>A point is a cell without any fault and with more requests than places: with fewer, no
   * request waits for a place, and the cell says nothing about the limit. Its x is T divided by the
   * cell's floor, which is n·t/m plus the unavoidable end of the batch.
   */
  public static Map<String, ConcurrencyFit> of(Study study, List<StudyRow> rows) {
    Map<String, ConcurrencyFit> fits = new LinkedHashMap<>();
    if (study.delays() != null) {
      DelayModel delays = new DelayModel(study.delays());
      Map<String, List<Point>> points =
          rows.stream()
              .filter(row -> row.isSound() && isAboutLimit(row))
              .collect(
                  Collectors.groupingBy(
                      StudyRow::client,
                      LinkedHashMap::new,
                      Collectors.flatMapping(
                          row -> point(row, delays).stream(), Collectors.toList())));
      points.forEach((client, of) -> ConcurrencyFit.of(of).ifPresent(fit -> fits.put(client, fit)));
    }
    return fits;
  }

  /** Whether there are more requests than places, so that some wait for a place. */
  static boolean isAboutLimit(StudyRow row) {
    return row.n() > row.m();
  }

  private static Optional<Point> point(StudyRow row, DelayModel delays) {
    double floor = delays.floorSeconds(row.n(), row.m());
    return floor > 0 ? Optional.of(new Point(row.m(), row.wallS() / floor)) : Optional.empty();
  }
}
