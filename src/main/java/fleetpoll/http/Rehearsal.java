package fleetpoll.http;

import io.netty.channel.ChannelException;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;

/**
 * Lets polls fail before a run, without a socket: what a failing poll needs is then loaded, and
 * does not have to be read from files when there are no files left to open.
 */
public final class Rehearsal implements Loop.Incidents {

  private static final AnswerLimits LIMITS = new AnswerLimits(1, 1, 1);
  private static final int BLOCK_BYTES = 1 << 10;

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Deadlines deadlines = new Deadlines();
  private final List<Result> results = new ArrayList<>();

  private Rehearsal() {}

  /** Runs on the caller's thread; the results are those of the failed polls. */
  public static List<Result> run() {
    Rehearsal rehearsal = new Rehearsal();
    rehearsal.fail(new Origin(false, "127.0.0.1", 1), 1);
    rehearsal.fail(new Origin(false, "name.invalid", 1), 1);
    rehearsal.fail(new Origin(false, "name.invalid", 1), 0);
    return rehearsal.results;
  }

  private void fail(Origin origin, long timeoutNanos) {
    Loop loop =
        new Loop(
            tasks::add,
            () -> 0,
            toLocalAddress -> {
              throw new ChannelException(new SocketException());
            },
            new LookUps(host -> null, tasks::add),
            Optional.empty(),
            LIMITS,
            deadlines,
            this);
    Request request =
        new RequestTemplate(origin, "", "GET", "/", Map.of(), Map.of(), Optional.empty(), Set.of())
            .fill(Map.of(), new RequestStore(BLOCK_BYTES));
    Expectation any = new Expectation(0, OptionalLong.empty(), Optional.empty());
    new Connection(loop, null, Habits.PLAIN).send(request, any, timeoutNanos, results::add);
    deadlines.check(0);
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  @Override
  public void surplus() {}

  @Override
  public void fault(Throwable thrown) {}
}
