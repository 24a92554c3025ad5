package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.StudySettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StudyPlanTest {

  private static final Availability NO_PYTHON = new Availability("/nonexistent/python");
  private static final Optional<DelayModel> DELAYS =
      Optional.of(new DelayModel(StudyExamples.DELAYS));

  private static List<PlannedCell> plan(Optional<DelayModel> delays, String... properties) {
    StudySettings settings = StudyExamples.settings(properties);
    return StudyPlan.of(settings, delays, NO_PYTHON);
  }

  @Test
  void whatTakesLongerThanTheLimitIsPredictedOnly() {
    List<PlannedCell> plan =
        plan(DELAYS, "requests=100,1000", "limit=100", "clients=sync,async", "cell.limit=60s");

    assertThat(plan).extracting(PlannedCell::isToBeRun).containsExactly(true, false, true, true);
    StudyRow row = plan.get(1).notRun().orElseThrow();
    assertThat(row.isPredictedOnly()).isTrue();
    assertThat(row.predictedS()).isBetween(390.0, 420.0);
    assertThat(row.wallS()).isNull();
    assertThat(row.reason()).contains("cell.limit is 60.0 s");
  }

  @Test
  void theFloorDecidesNotTheModel() {
    assertThat(plan(DELAYS, "requests=1000", "limit=5000", "clients=async", "cell.limit=0.5s"))
        .extracting(PlannedCell::isToBeRun)
        .containsExactly(false);
  }

  @Test
  void aClientThatIsNotThereIsSkippedAndSaysWhy() {
    StudyRow row =
        plan(DELAYS, "requests=1", "limit=1", "clients=python-async").get(0).notRun().orElseThrow();

    assertThat(row.isSkipped()).isTrue();
    assertThat(row.reason()).contains("/nonexistent/python");
  }

  @Test
  void withoutKnownDelaysEverythingIsTried() {
    List<PlannedCell> plan =
        plan(Optional.empty(), "requests=10000000", "limit=1", "clients=async", "cell.limit=0s");

    assertThat(plan.get(0).isToBeRun()).isTrue();
    assertThat(plan.get(0).floorSeconds()).isZero();
  }
}
