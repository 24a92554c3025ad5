package fleetpoll.settings;

import java.net.URI;

/** The server that a fleet polls, and who starts it. */
public sealed interface TargetSettings {

  /** Its value of the parameter {@code target}: {@code embedded}, a URL or the name of an entry. */
  String name();

  /** Whether its URL is https; what Fleetpoll starts speaks http. */
  default boolean isHttps() {
    return false;
  }

  /** The server that is part of Fleetpoll, as {@link EmbeddedSettings} describe it. */
  record Embedded() implements TargetSettings {

    static final String NAME = "embedded";

    @Override
    public String name() {
      return NAME;
    }
  }

  /**
   * A server that somebody else runs.
   *
   * @param uri without a slash at its end, so that an endpoint's path can follow it
   */
  record Running(URI uri) implements TargetSettings {

    @Override
    public String name() {
      return uri.toString();
    }

    @Override
    public boolean isHttps() {
      return "https".equalsIgnoreCase(uri.getScheme());
    }
  }

  /**
   * A server that Fleetpoll starts, and ends with the run.
   *
   * @param name of its entry in {@code targets}
   */
  record Started(String name, ServerProgram program) implements TargetSettings {}
}
