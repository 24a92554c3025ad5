package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fleetpoll.capacity.Searches.Next;
import fleetpoll.capacity.search.Finding.Reason;
import fleetpoll.capacity.search.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchesTest {

  private static final long ANY = 1_000;
  private static final Goal GOAL = new Goal(10, 80, 0.5, 1, 0);

  /** A size is decided by two trials that agree. */
  private static final Goal TWICE = new Goal(10, 80, 0.5, 3, 1.0 / 3);

  private final List<CapacityTrial> trials = new ArrayList<>();

  /** All trials of servers that hold up to these sizes, as {@code target devices}. */
  private List<String> made(Searches searches, Map<String, Integer> capacities) {
    List<String> made = new ArrayList<>();
    for (Optional<Next> next = searches.next(ANY); next.isPresent(); next = searches.next(ANY)) {
      String target = next.get().target();
      int devices = next.get().devices();
      made.add(target + " " + devices);
      trials.add(
          new CapacityExamples.Search(target, capacities.get(target))
              .trial(trials.size() + 1, devices));
      searches.add(trials.get(trials.size() - 1));
    }
    return made;
  }

  @Test
  void takesTurnsUntilEachTargetHasItsAnswer() {
    Searches searches = new Searches(GOAL, List.of("a", "b"), List.of());
    List<String> made = made(searches, Map.of("a", 1_000, "b", 15));
    assertThat(made.subList(0, 5)).containsExactly("a 10", "b 10", "a 20", "b 20", "a 40");
    assertThat(made).contains("a 80");
    assertThat(searches.isAnswered()).isTrue();
    assertThat(searches.findings(null))
        .extracting(TargetFinding::target, TargetFinding::reason)
        .containsExactly(tuple("a", Reason.TO), tuple("b", Reason.FOUND));
  }

  @Test
  void goesOnFromItsTrialsAsItWouldHave() {
    Map<String, Integer> capacities = Map.of("a", 33, "b", 50);
    List<String> whole = made(new Searches(GOAL, List.of("a", "b"), List.of()), capacities);
    for (int end = 0; end <= whole.size(); end++) {
      List<CapacityTrial> before = List.copyOf(trials.subList(0, end));
      List<CapacityTrial> all = List.copyOf(trials);
      trials.clear();
      trials.addAll(before);
      assertThat(made(new Searches(GOAL, List.of("a", "b"), before), capacities))
          .isEqualTo(whole.subList(end, whole.size()));
      trials.clear();
      trials.addAll(all);
    }
  }

  @Test
  void aTargetThatIsGivenUpHasItsReasonAndTheOthersGoOn() {
    Searches searches = new Searches(GOAL, List.of("a", "b"), List.of());
    searches.giveUp(new Next("a", 10), "It broke.");
    assertThat(searches.next(ANY)).contains(new Next("b", 10));
    assertThat(searches.findings("Time."))
        .extracting(TargetFinding::note)
        .containsExactly("It broke.", "Time.");
    assertThat(searches.isAnswered()).isFalse();
  }

  /** Trials of the target a, which holds up to so many devices; one of 80 says nothing. */
  private Searches silentAt80(int capacity) {
    Searches searches = new Searches(TWICE, List.of("a"), List.of());
    for (Optional<Next> next = searches.next(ANY); next.isPresent(); next = searches.next(ANY)) {
      int devices = next.get().devices();
      if (devices == 80) {
        searches.giveUp(next.get(), "It broke.");
      } else {
        trials.add(new CapacityExamples.Search("a", capacity).trial(trials.size() + 1, devices));
        searches.add(trials.get(trials.size() - 1));
      }
    }
    return searches;
  }

  @Test
  void decidesWhatHeldBeforeItEndsAtASizeThatSaysNothing() {
    Searches searches = silentAt80(1_000);

    assertThat(trials).extracting(CapacityTrial::devices).containsExactly(10, 20, 40, 40);
    assertThat(searches.findings("Time."))
        .containsExactly(new TargetFinding("a", Reason.UNFINISHED, 40, null, "It broke."));
    assertThat(searches.isAnswered()).isFalse();
  }

  @Test
  void aSizeThatSaysNothingIsOfNoInterestAboveTheServersLimit() {
    Searches searches = new Searches(TWICE, List.of("a"), List.of());
    CapacityExamples.Search server = new CapacityExamples.Search("a", 30);
    server.all(10, 20).forEach(searches::add);
    searches.giveUp(new Next("a", 40), "It broke.");
    searches.add(new CapacityExamples.Search("a", 15).trial(3, 20));
    searches.add(new CapacityExamples.Search("a", 15).trial(4, 20));

    assertThat(searches.next(ANY)).as("below 20").isPresent();
  }

  @Test
  void decidesASmallerSizeIfEvenWhatHeldSaysNothing() {
    Searches searches = new Searches(TWICE, List.of("a"), List.of());
    new CapacityExamples.Search("a", 1_000).all(10, 20).forEach(searches::add);
    searches.giveUp(new Next("a", 40), "It broke.");
    assertThat(searches.next(ANY)).contains(new Next("a", 20));
    searches.giveUp(new Next("a", 20), "It broke again.");
    assertThat(searches.next(ANY)).contains(new Next("a", 10));
    searches.add(new CapacityExamples.Search("a", 1_000).trial(3, 10));

    assertThat(searches.next(ANY)).isEmpty();
    assertThat(searches.findings(null))
        .containsExactly(new TargetFinding("a", Reason.UNFINISHED, 10, null, "It broke again."));
  }

  @Test
  void endsIfNothingIsLeftThatHeldAndSaysAnything() {
    Searches searches = new Searches(TWICE, List.of("a"), List.of());
    new CapacityExamples.Search("a", 1_000).all(10).forEach(searches::add);
    searches.giveUp(new Next("a", 20), "It broke.");
    searches.giveUp(new Next("a", 10), "It broke again.");

    assertThat(searches.next(ANY)).isEmpty();
    assertThat(searches.findings(null))
        .containsExactly(new TargetFinding("a", Reason.UNFINISHED, null, null, "It broke again."));
  }

  @Test
  void endsIfThereIsNoTimeForAFurtherTrial() {
    Searches searches = new Searches(GOAL, List.of("a", "b"), List.of());
    assertThat(searches.next(0)).isEmpty();
    assertThat(searches.next(1)).contains(new Next("a", 10));
    assertThat(searches.findings("Time."))
        .allMatch(finding -> finding.reason() == Reason.UNFINISHED);
  }
}
