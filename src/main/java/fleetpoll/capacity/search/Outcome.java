package fleetpoll.capacity.search;

/** What one trial says about its size. */
public enum Outcome {
  /** The generator was good enough, and every service level was met. */
  HOLDS,
  /** The generator was good enough, and a service level was not met. */
  FAILS,
  /** The generator was the limit: the trial says nothing about the server. */
  GENERATOR
}
