package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class StoreAttemptsTest {

  private final List<String> console = new ArrayList<>();
  private boolean isOver;
  private final StoreAttempts attempts = new StoreAttempts(() -> isOver, console::add);

  private void fail(Exception why) throws InterruptedException {
    attempts.attempt(
        () -> {
          throw why;
        });
  }

  @Test
  void aReasonIsToldOnceUntilOneCouldBeStored() throws Exception {
    fail(new IOException("No space left on device"));
    fail(new IOException("No space left on device"));
    fail(new IOException("Input/output error"));
    assertThat(console)
        .containsExactly(
            "A checkpoint could not be stored: No space left on device",
            "A checkpoint could not be stored: Input/output error");

    attempts.attempt(() -> {});
    fail(new IOException("Input/output error"));

    assertThat(console).hasSize(3);
  }

  @Test
  void whatTheEndOfTheRunCutsOffIsNoFailure() {
    isOver = true;

    assertThatThrownBy(() -> fail(new ClosedByInterruptException()))
        .isInstanceOf(InterruptedException.class);
    assertThatThrownBy(() -> fail(new RejectedExecutionException()))
        .isInstanceOf(InterruptedException.class);

    assertThat(console).isEmpty();
  }
}
