package fleetpoll.run.unfinished;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Reads the newest checkpoint of a run that may replace it meanwhile. */
public final class Newest {

  static final int MOST_ATTEMPTS = 5;

  /** Finds the newest place. */
  public interface Source<P> {
    /** Another place as soon as the run has stored one. */
    P place() throws IOException;
  }

  /** Reads what is in a place. */
  public interface Reading<P, T> {
    /** May find some of it deleted. */
    T of(P place) throws IOException;
  }

  private Newest() {}

  /**
   * What is in the newest place. If another one became the newest while it was read, reads that one
   * instead; after five attempts the last content counts, whole or not.
   *
   * @throws NoSuchFileException if a file is not there, for another reason than that
   */
  public static <P, T> T read(Source<P> newest, Reading<P, T> reading) throws IOException {
    for (int attempt = 1; ; attempt++) {
      P place = newest.place();
      try {
        T content = reading.of(place);
        if (attempt == MOST_ATTEMPTS || newest.place().equals(place)) {
          return content;
        }
      } catch (NoSuchFileException e) {
        if (attempt == MOST_ATTEMPTS || newest.place().equals(place)) {
          throw e;
        }
      }
    }
  }
}
