package fleetpoll.watch;

import java.util.Locale;

/** The source of a sample. */
public enum Source {
  /** The server under test: its process and all below it, or its whole machine. */
  TARGET,
  /** This process. */
  GENERATOR,
  /** The machine of this process. */
  HOST;

  /** The word in the run's files, such as {@code target}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
