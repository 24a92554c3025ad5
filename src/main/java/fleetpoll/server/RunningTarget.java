package fleetpoll.server;

import java.net.URI;
import java.util.OptionalLong;

/** A server that somebody else runs. */
record RunningTarget(URI uri) implements Target {

  @Override
  public OptionalLong pid() {
    return OptionalLong.empty();
  }

  @Override
  public void close() {
    // Somebody else runs it, so we do not end it.
  }
}
