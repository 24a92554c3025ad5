package fleetpoll.study;

import fleetpoll.client.CellResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client in a process of its own, measured while it works and ended if it takes too long. */
final class ClientProcess {

  /** How long a client may go on after its load: Gatling then writes its report. */
  private static final Duration REPORT_BOUND = Duration.ofMinutes(2);

  private static final Duration TICK = Duration.ofSeconds(5);

  private final Process process;
  private final Instant started;
  private final UsageSampler sampler;
  private final ClientOutput output;

  private ClientProcess(Process process, Instant started, OptionalLong serverPid) {
    this.process = process;
    this.started = started;
    sampler = UsageSampler.start(process.pid(), serverPid);
    output = new ClientOutput(process.inputReader(), this::measureLoad);
    Thread reader = new Thread(output, "output of a client");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a client.
   *
   * @param serverPid of the target's process; empty if we did not start it
   */
  static ClientProcess start(List<String> command, OptionalLong serverPid) throws IOException {
    Instant started = Instant.now();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new ClientProcess(process, started, serverPid);
  }

  private void measureLoad() {
    sampler.freeze();
    try {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    } catch (IOException itHasEnded) {
      process.destroyForcibly();
    }
  }

  /** Ends the process now. */
  void kill() {
    process.destroyForcibly();
  }

  /**
   * Waits until the client has ended.
   *
   * @param timeout how long from now it may take before it is ended
   * @param tick called every five seconds until there is a result
   */
  Measurement await(Duration timeout, Runnable tick) throws InterruptedException {
    try (sampler) {
      boolean inTime = awaitResult(System.nanoTime() + timeout.toNanos(), tick);
      Optional<CellResult> result = output.result().getNow(Optional.empty());
      Optional<String> failure =
          inTime
              ? exitFailure(result.isPresent())
              : Optional.of("ended after " + timeout.toSeconds() + " s");
      process.destroyForcibly().waitFor();
      return new Measurement(started, result, sampler.usage(), failure);
    }
  }

  private boolean awaitResult(long deadlineNanos, Runnable tick) throws InterruptedException {
    while (true) {
      long left = deadlineNanos - System.nanoTime();
      try {
        output.result().get(Math.min(left, TICK.toNanos()), TimeUnit.NANOSECONDS);
        return true;
      } catch (TimeoutException e) {
        if (left <= TICK.toNanos()) {
          return false;
        }
        tick.run();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a result never fails", e);
      }
    }
  }

  private Optional<String> exitFailure(boolean hasResult) throws InterruptedException {
    if (!process.waitFor(REPORT_BOUND.toSeconds(), TimeUnit.SECONDS)) {
      return Optional.of("did not end by itself; the last it printed: " + output.lastLine());
    }
    int code = process.exitValue();
    if (hasResult && code == 0) {
      return Optional.empty();
    }
    return Optional.of("exit code " + code + "; the last it printed: " + output.lastLine());
  }
}
