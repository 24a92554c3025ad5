package fleetpoll.run;

import java.util.Objects;
import java.util.stream.Stream;

/** Checks that a {@code run.json} contains what every run writes: anybody can edit one. */
final class Completeness {

  private Completeness() {}

  static boolean of(Run run) {
    return Stream.of(
                run.id(),
                run.start(),
                run.end(),
                run.versions(),
                run.devices(),
                run.endpoints(),
                run.parameters(),
                run.events(),
                run.resources(),
                run.verdict(),
                run.missing())
            .allMatch(Objects::nonNull)
        && run.resources().target() != null
        && run.verdict().judgement() != null
        && run.verdict().validity() != null
        && run.verdict().levels() != null;
  }
}
