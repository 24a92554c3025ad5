package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileStepsTest {

  private final FileSteps steps = new FileSteps(List.of());

  @Test
  void whateverAStepThrowsTheNextOneIsDone() {
    List<String> done = new ArrayList<>();

    boolean succeeded =
        steps.attempt(
            "devices.html",
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });
    steps.attempt("junit.xml", () -> done.add("junit.xml"));

    assertThat(succeeded).isFalse();
    assertThat(done).containsExactly("junit.xml");
    assertThat(steps.missing())
        .containsExactly(new Missing("devices.html", "too little memory (Java heap space)"));
  }

  @Test
  void onlyAFailureOfTheStorageCallsForAnotherPlace() {
    steps.attempt(
        "devices.html",
        () -> {
          throw new StackOverflowError();
        });
    assertThat(steps.hasStorageFailed()).isFalse();

    steps.attempt(
        "polls.hlog",
        () -> {
          throw new IOException("No space left on device");
        });

    assertThat(steps.hasStorageFailed()).isTrue();
    assertThat(steps.missing())
        .extracting(Missing::text)
        .containsExactly("devices.html: stack overflow", "polls.hlog: No space left on device");
  }
}
