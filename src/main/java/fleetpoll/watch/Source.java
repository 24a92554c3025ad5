package fleetpoll.watch;

import java.util.Locale;

/** Whose resources a sample tells of. */
public enum Source {
  /** The server under test: its process and all below it, or its whole machine. */
  TARGET,
  /** This process. */
  GENERATOR,
  /** The machine of this process. */
  HOST;

  /** As the run's files hold it: {@code target}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
