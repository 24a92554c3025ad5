package fleetpoll.app;

import fleetpoll.text.Reason;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Tries to store checkpoints of a run, and tells why one cannot be stored: the same reason only
 * once until another one could be. Belongs to one thread.
 */
final class StoreAttempts {

  private final BooleanSupplier isOver;
  private final Consumer<String> console;
  private String told;

  /**
   * @param isOver whether the run is: what fails then was cut off by the run's end, which stores
   *     everything itself
   */
  StoreAttempts(BooleanSupplier isOver, Consumer<String> console) {
    this.isOver = isOver;
    this.console = console;
  }

  /**
   * Stores one.
   *
   * @throws InterruptedException if the run ends
   */
  void attempt(Ending.Step step) throws InterruptedException {
    try {
      step.run();
      told = null;
    } catch (InterruptedException | RejectedExecutionException theRunEnds) {
      throw new InterruptedException();
    } catch (Throwable e) {
      if (isOver.getAsBoolean()) {
        throw new InterruptedException();
      }
      tell(Reason.of(e));
    }
  }

  private void tell(String reason) {
    if (!reason.equals(told)) {
      console.accept("A checkpoint could not be stored: " + reason);
    }
    told = reason;
  }
}
