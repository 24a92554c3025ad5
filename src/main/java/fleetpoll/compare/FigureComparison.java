package fleetpoll.compare;

import fleetpoll.figure.Figure;
import java.util.List;

/**
 * One figure of every server.
 *
 * @param endpoint its name; null for a figure of the server
 * @param targets in the comparison's order
 */
public record FigureComparison(Figure figure, String endpoint, List<TargetFigure> targets) {

  /** {@code A service p99} or {@code CPU per request}. */
  public String text() {
    return endpoint == null ? figure.text() : endpoint + " " + figure.text();
  }
}
