package fleetpoll.compare;

import fleetpoll.run.Run;

/** Where the figures of a server come from: those of two sources do not mean the same. */
enum ServerSource {
  /** They are not known. */
  NOTHING("nothing"),
  /** The server's processes. */
  PROCESSES("processes"),
  /** Everything on the server's machine. */
  EXPORTER("a node exporter");

  /** What it is called among the circumstances of a run. */
  static final String NAME = "source of the server's figures";

  private final String text;

  ServerSource(String text) {
    this.text = text;
  }

  static ServerSource of(Run run) {
    boolean isExporter =
        run.parameters().stream()
            .anyMatch(p -> p.key().equals("server.metrics") && !p.value().equals("none"));
    return run.resources().targetFound() == null ? NOTHING : isExporter ? EXPORTER : PROCESSES;
  }

  /** In a word or two. */
  String text() {
    return text;
  }
}
