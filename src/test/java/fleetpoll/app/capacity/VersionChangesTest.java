package fleetpoll.app.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.Copies;
import fleetpoll.run.Versions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionChangesTest {

  private static final Versions BEFORE =
      new Versions("1", "3", "a JVM", "an OS", "a CPU", 2, List.of("-Xmx1g", "-Xms1g"), null);

  @ParameterizedTest
  @CsvSource({
    "fleetpoll, Fleetpoll was 1 and is x",
    "gatling, Gatling was 3 and is x",
    "jvm, JVM was a JVM and is x",
    "os, 'machine was a CPU, 2 cores, an OS and is a CPU, 2 cores, x'",
    "processor, 'machine was a CPU, 2 cores, an OS and is x, 2 cores, an OS'"
  })
  void eachCounts(String name, String change) {
    assertThat(VersionChanges.between(BEFORE, Copies.with(BEFORE, name, "x")))
        .containsExactly(change);
  }

  @Test
  void theOrderOfFlagsDoesNotCount() {
    assertThat(
            VersionChanges.between(
                BEFORE, Copies.with(BEFORE, "jvmFlags", List.of("-Xms1g", "-Xmx1g"))))
        .isEmpty();
    assertThat(VersionChanges.between(BEFORE, Copies.with(BEFORE, "jvmFlags", List.of())))
        .containsExactly("JVM flags was -Xms1g -Xmx1g and is nothing");
  }
}
