package fleetpoll.fleet;

/** What a device must do now. */
enum Step {
  /** Send a poll to {@link Itinerary#endpoint()}, and report how it {@link Itinerary#ended}. */
  SEND,
  /** Log in, and report {@link Itinerary#loginEnded how that ended}. */
  LOGIN,
  /** Open a connection unless one is open, send nothing, and report how that ended, as a poll. */
  CONNECT,
  /** Do nothing until {@link Itinerary#wakeNanos()}; then call {@link Itinerary#wake}. */
  WAIT,
  /** Close the connection if one is open, and then wait likewise. */
  PART,
  /** Leave: its last tick is over, or the run is. */
  LEAVE
}
