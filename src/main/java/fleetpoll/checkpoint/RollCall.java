package fleetpoll.checkpoint;

import fleetpoll.fleet.Crew;
import fleetpoll.record.FleetRecorder;
import fleetpoll.record.Snapshot;
import fleetpoll.record.login.DeviceLogins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Asks each device, on its own event loop, for what it has recorded: a few devices at a time, so
 * that no event loop is held up and memory never holds copies of the whole fleet.
 *
 * @param nowNanos the fleet's clock
 * @param fromBin the first of the fleet's bins to copy
 */
record RollCall(FleetRecorder recorder, LongSupplier nowNanos, int fromBin) {

  /** An event loop copies so many in a fraction of a millisecond. */
  private static final int AT_A_TIME = 8;

  /** An event loop that stands still for longer has other worries than a checkpoint. */
  private static final long PATIENCE_SECONDS = 20;

  /** Takes what one device has recorded. */
  interface Visitor {
    /**
     * @param logins null if no device logs in
     */
    void visit(int device, Snapshot snapshot, DeviceLogins logins) throws IOException;
  }

  private record Answer(Snapshot snapshot, DeviceLogins logins) {}

  /**
   * Asks all devices, in order.
   *
   * @throws IOException if an event loop does not answer, or the visitor throws it
   * @throws java.util.concurrent.RejectedExecutionException if the run is over
   */
  void make(List<Crew> crews, Visitor visitor) throws IOException, InterruptedException {
    List<Executor> loops = loops(crews);
    for (int from = 0; from < loops.size(); from += AT_A_TIME) {
      int to = Math.min(loops.size(), from + AT_A_TIME);
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int device = from; device < to; device++) {
        int index = device;
        answers.add(CompletableFuture.supplyAsync(() -> answer(index), loops.get(device)));
      }
      for (int device = from; device < to; device++) {
        Answer answer = await(answers.get(device - from));
        visitor.visit(device, answer.snapshot.settle(), answer.logins);
      }
    }
  }

  private List<Executor> loops(List<Crew> crews) {
    Executor[] loops = new Executor[recorder.devices().size()];
    crews.forEach(crew -> crew.devices().forEach(device -> loops[device] = crew.loop()));
    return List.of(loops);
  }

  private Answer answer(int device) {
    long now = nowNanos.getAsLong();
    int toBin = Math.max(fromBin, recorder.bins().indexOf(now)) + 1;
    return new Answer(
        Snapshot.of(recorder.device(device), now, fromBin, toBin),
        recorder.logins().map(logins -> logins.devices().get(device).copy()).orElse(null));
  }

  private static Answer await(CompletableFuture<Answer> answer)
      throws IOException, InterruptedException {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("a device cannot be copied: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IOException("an event loop does not answer", e);
    }
  }
}
