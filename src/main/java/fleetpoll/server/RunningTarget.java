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
    // It is not ours to end.
  }
}
