package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.search.Finding.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityContrastTest {

  private static TargetFinding found(String target, Integer lower, Integer upper) {
    return CapacityExamples.finding(target, Reason.FOUND, lower, upper);
  }

  @Test
  void serversDifferOnlyIfTheirBoundsDoNotOverlap() {
    assertThat(
            CapacityContrast.sentences(
                List.of(
                    found("slow", 100, 119), found("fast", 357, 375), found("alike", 360, 380))))
        .containsExactly(
            "alike: more devices than slow (at least 3 times as many); no claim against fast, as"
                + " the bounds overlap.",
            "fast: more devices than slow (at least 3 times as many).");
  }

  @Test
  void boundsThatTouchDoNotOverlap() {
    assertThat(CapacityContrast.carriesMore(found("a", 119, 200), found("b", 100, 119))).isTrue();
    assertThat(CapacityContrast.carriesMore(found("a", 118, 200), found("b", 100, 119))).isFalse();
  }

  @Test
  void whatHasNoBoundIsNotBelowAnything() {
    assertThat(CapacityContrast.carriesMore(found("a", 400, null), found("b", 100, null)))
        .isFalse();
    assertThat(CapacityContrast.carriesMore(found("a", null, 40), found("b", null, 30))).isFalse();
    assertThat(CapacityContrast.carriesMore(found("a", 400, null), found("b", null, 50))).isTrue();
  }

  @Test
  void whatHasNoBoundsDoesNotOverlap() {
    TargetFinding none = found("none", null, null);
    assertThat(
            CapacityContrast.sentences(List.of(found("a", 400, 420), none, found("b", 410, 430))))
        .containsExactly(
            "b: no claim against none, as there are no bounds of both; no claim against a, as the"
                + " bounds overlap.",
            "a: no claim against none, as there are no bounds of both.");
  }

  @Test
  void noTimesIsRoundedUp() {
    assertThat(CapacityContrast.sentences(List.of(found("a", 199, 250), found("b", 90, 100))))
        .containsExactly("a: more devices than b (at least 1.9 times as many).");
    assertThat(CapacityContrast.sentences(List.of(found("a", 1_239, 1_300), found("b", 9, 10))))
        .containsExactly("a: more devices than b (at least 123 times as many).");
  }
}
