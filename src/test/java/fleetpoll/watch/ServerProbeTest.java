package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServerProbeTest {

  private static final long SECOND = 1_000_000_000;

  private final FakeProcesses processes = new FakeProcesses();
  private final List<Happening> happenings = new ArrayList<>();
  private Set<Integer> owners = Set.of();
  private final Map<Integer, String> programs = new HashMap<>();
  private int searches;

  private ServerProbe probe() {
    return new ServerProbe(
        new ProcessTree(processes),
        () -> {
          searches++;
          return new Owners(owners, "Start the server.");
        },
        pid -> Optional.ofNullable(programs.get(pid)),
        happenings::add);
  }

  private void serve(int pid) {
    processes.start(pid, 0);
    owners = Set.of(pid);
  }

  private void stop(int pid) {
    processes.end(pid);
    owners = Set.of();
  }

  @Test
  void aServerThatIsThereIsSearchedOnce() {
    serve(7);
    ServerProbe probe = probe();

    assertThat(IntStream.range(0, 60).mapToObj(s -> probe.sample(s * SECOND)))
        .allMatch(Optional::isPresent);
    assertThat(searches).isEqualTo(1);
    assertThat(happenings).isEmpty();
    assertThat(probe.found()).isEqualTo("process 7 and those below it");
  }

  @Test
  void aServerThatWasRestartedIsFoundAgain() {
    serve(7);
    ServerProbe probe = probe();
    probe.sample(0);

    stop(7);
    assertThat(probe.sample(SECOND)).isEmpty();
    serve(8);

    assertThat(probe.sample(2 * SECOND)).isPresent();
    assertThat(happenings)
        .containsExactly(
            new Happening(SECOND, "server-gone", "The server is gone: process 7."),
            new Happening(2 * SECOND, "server-found", "The server was found: process 8."));
    assertThat(probe.found()).isEqualTo("processes 7, 8 and those below them");
  }

  @Test
  void aServerThatForksAwayIsFollowedWithoutAGap() {
    serve(7);
    ServerProbe probe = probe();
    probe.sample(0);

    processes.end(7);
    serve(8);

    assertThat(probe.sample(SECOND)).isPresent();
    assertThat(happenings)
        .extracting(Happening::kind)
        .containsExactly("server-gone", "server-found");
  }

  @Test
  void oneOfSeveralMayGoWithoutANoise() {
    processes.start(7, 0);
    processes.start(8, 0);
    owners = Set.of(7, 8);
    ServerProbe probe = probe();
    probe.sample(0);

    processes.end(7);
    processes.start(9, 0);
    owners = Set.of(8, 9);
    probe.sample(SECOND);

    assertThat(probe.sample(2 * SECOND).orElseThrow().threads()).isEqualTo(4);
    assertThat(happenings).isEmpty();
    assertThat(probe.found()).isEqualTo("processes 7, 8, 9 and those below them");
  }

  @Test
  void aServerThatIsGoneIsSearchedEverMoreRarely() {
    serve(7);
    ServerProbe probe = probe();
    probe.sample(0);
    stop(7);

    for (int second = 1; second <= 100; second++) {
      probe.sample(second * SECOND);
    }

    assertThat(searches - 1).isEqualTo(13);
    assertThat(happenings).extracting(Happening::kind).containsExactly("server-gone");
  }

  @Test
  void programsAreNamed() {
    programs.putAll(Map.of(7, "gunicorn", 8, "nginx"));
    serve(7);
    ServerProbe probe = probe();
    probe.sample(0);
    assertThat(probe.found()).isEqualTo("process 7, gunicorn, and those below it");

    processes.end(7);
    serve(8);
    probe.sample(SECOND);

    assertThat(probe.found()).isEqualTo("processes 7 (gunicorn), 8 (nginx) and those below them");
    assertThat(happenings)
        .extracting(Happening::text)
        .containsExactly(
            "The server is gone: process 7, gunicorn.", "The server was found: process 8, nginx.");
  }

  @Test
  void withoutAServerThereIsAdviceUntilOneComes() {
    ServerProbe probe = probe();

    assertThat(probe.sample(0)).isEmpty();
    assertThat(probe.found()).isNull();
    assertThat(probe.advice()).isEqualTo("Start the server.");
    serve(7);
    probe.sample(SECOND);
    assertThat(probe.found()).isEqualTo("process 7 and those below it");
    assertThat(happenings)
        .containsExactly(new Happening(SECOND, "server-found", "The server was found: process 7."));
  }
}
