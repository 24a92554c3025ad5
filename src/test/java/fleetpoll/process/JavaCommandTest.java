package fleetpoll.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

  @Test
  void flagsComeBeforeTheClassPathAndArgumentsAfterTheMainClass() {
    assertThat(new JavaCommand(List.of("-Xmx64m", "-Da=b"), "a.Main", List.of("-v")).words())
        .containsExactly(
            OwnJvm.program(), "-Xmx64m", "-Da=b", "-cp", OwnJvm.classPath(), "a.Main", "-v");
  }

  @Test
  void theProgramAndTheClassPathAreThoseOfThisProcess() {
    assertThat(OwnJvm.program()).endsWith("java");
    assertThat(OwnJvm.properties()).containsEntry("java.class.path", OwnJvm.classPath());
  }
}
