package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.CapacityExamples.Search;
import fleetpoll.run.Copies;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuBoundTest {

  private static final Search SEARCH = new Search("falcon", 1_000);

  private static CapacityTrial trial(
      int devices, Double used, Double peak, Double machine, Double cores) {
    CapacityTrial trial = SEARCH.trial(1, devices);
    TrialFigures figures = Copies.with(trial.figures(), "serverCores", used);
    figures = Copies.with(figures, "serverCoresPeak", peak);
    figures = Copies.with(figures, "machineCores", machine);
    figures = Copies.with(figures, "cores", cores);
    return Copies.with(trial, "figures", figures);
  }

  private static String sentence(CapacityTrial... trials) {
    return CpuBound.sentence(SizeSummary.of(List.of(trials)));
  }

  @Test
  void oneCoreOfTwoFollowsFromAPeakOfOne() {
    assertThat(
            sentence(
                trial(100, 0.3, 0.4, 0.5, 2.0),
                trial(300, 0.96, 1.01, 1.2, 2.0),
                trial(400, 0.98, 1.02, 1.3, 2.0)))
        .isEqualTo(
            "0.98 of 1 core: the server is CPU-bound from 300 devices on. In no second of any trial"
                + " did it use more than 1.02 cores of its machine's 2.");
  }

  @Test
  void aMeanOfOneCoreIsNoBoundIfASecondUsedMore() {
    assertThat(sentence(trial(400, 0.98, 1.3, 1.3, 2.0)))
        .isEqualTo(
            "No bound of the CPU shows: at 400 devices the server used 0.98 cores in the mean, and"
                + " in no second of any trial more than 1.3, of its machine's 2.");
  }

  @Test
  void allCoresOfItsMachine() {
    assertThat(sentence(trial(400, 1.93, 2.0, 2.0, 2.0)))
        .isEqualTo(
            "1.93 of 2 cores: the server is CPU-bound from 400 devices on. Its machine has no"
                + " more.");
  }

  @Test
  void aMachineThatIsBusyWithBothIsNotTheServersBound() {
    assertThat(sentence(trial(400, 1.4, 1.6, 1.95, 2.0)))
        .isEqualTo(
            "The machine is CPU-bound, and the server shares it: at 400 devices everything on it"
                + " used 1.95 of 2 cores, the server 1.40 and the generator 0.50 of them.");
  }

  @Test
  void coresOfWhichTheMachineUsedMoreAreAQuotaAndNotItsOwn() {
    assertThat(sentence(trial(400, 1.4, 1.6, 20.3, 2.0)))
        .isEqualTo(
            "Whether the server is CPU-bound is not known, because its cores are not: at 400 devices"
                + " the server used 1.4 cores in the mean, and in no second of any trial more than"
                + " 1.6.");
    assertThat(sentence(trial(400, 1.95, 2.0, 20.3, 2.0))).startsWith("Whether the server is");
  }

  @Test
  void severalCoresOfMoreMayBeACoincidence() {
    assertThat(sentence(trial(400, 1.98, 2.02, 2.5, 4.0)))
        .isEqualTo(
            "No bound of the CPU shows: at 400 devices the server used 1.98 cores in the mean, and"
                + " in no second of any trial more than 2.02, of its machine's 4.");
  }

  @Test
  void aServerOnAnotherMachineIsBoundByOneCoreOnly() {
    assertThat(sentence(trial(400, 0.98, 1.02, null, null)))
        .isEqualTo(
            "0.98 of 1 core: the server is CPU-bound from 400 devices on. In no second of any trial"
                + " did it use more than 1.02 cores.");
    assertThat(sentence(trial(400, 3.97, 4.02, null, null)))
        .contains("is not known, because its cores are not: at 400 devices the server used 3.97");
    assertThat(sentence(trial(400, 0.98, null, null, null)))
        .endsWith("its cores are not: at 400 devices the server used 0.98 cores in the mean.");
  }

  @Test
  void whatIsNotKnownIsNotClaimed() {
    assertThat(sentence(trial(400, null, null, 1.0, 2.0)))
        .isEqualTo("Whether the server is CPU-bound is not known: its CPU is not.");
  }
}
