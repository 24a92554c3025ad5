package fleetpoll.capacity.search;

import java.util.Locale;

/** What one trial says about its size. */
public enum Outcome {
  /** The generator was good enough, and every service level was met. */
  HOLDS,
  /** The generator was good enough, and a service level was not met. */
  FAILS,
  /** The generator was the limit: the trial says nothing about the server. */
  GENERATOR;

  /** The name by which it is stored and shown, in small letters. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
