package fleetpoll.http;

import fleetpoll.settings.answer.Statuses;
import fleetpoll.settings.body.BodySettings;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets polls succeed and fail before a run: what a poll needs is then loaded, so no poll of the run
 * waits for that, and nothing has to be read from files when there are no files left to open.
 */
public final class Rehearsal implements Loop.Incidents {

  private static final AnswerLimits LIMITS = new AnswerLimits(200, 2_000, 100);
  private static final Origin HERE = new Origin(false, "127.0.0.1", 1);
  private static final Origin NOWHERE = new Origin(false, "name.invalid", 1);
  private static final Habits ALL = new Habits(true, 1);
  private static final int BLOCK_BYTES = 1 << 10;
  private static final int PATIENCE_MILLIS = 100;

  private static final String REDIRECT =
      "HTTP/1.1 302 Found\r\nLocation: /b?c=d\r\nSet-Cookie: e=f; Path=/\r\n"
          + "Content-Length: 0\r\n\r\n";
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n";
  private static final String NOT_FOUND = "HTTP/1.1 404 Not Found\r\nContent-Length: 1\r\n\r\na";

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Deadlines deadlines = new Deadlines();
  private final List<Result> results = new ArrayList<>();

  private Rehearsal() {}

  /** Without a socket, on the caller's thread; the results are those of the polls. */
  public static List<Result> run() {
    Rehearsal rehearsal = new Rehearsal();
    Loop.Sockets none =
        toLocalAddress -> {
          throw new ChannelException(new SocketException());
        };
    rehearsal.poll(none, HERE, 1);
    rehearsal.poll(none, NOWHERE, 1);
    rehearsal.poll(none, NOWHERE, 0);
    rehearsal.poll(socket -> {}, new ConnectException());
    rehearsal.poll(rehearsal::redirect, null);
    rehearsal.poll(socket -> answer(socket, NOT_FOUND), null);
    rehearsal.poll(EmbeddedChannel::close, null);
    rehearsal.poll(s -> s.pipeline().fireExceptionCaught(new SocketException()), null);
    return rehearsal.results;
  }

  /**
   * On an event loop's own thread: a connection of its own kind to a server that answers one poll
   * and closes.
   *
   * @param end called when it has ended, if it could not begin at once; it tells of no failure,
   *     after which the first poll is somewhat slower
   */
  public static void runOn(Loop loop, Runnable end) {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(PATIENCE_MILLIS);
      Origin origin =
          new Origin(false, server.getInetAddress().getHostAddress(), server.getLocalPort());
      Loop own =
          new Loop(
              loop.executor(),
              loop.clock(),
              loop.sockets(),
              loop.lookUps(),
              Optional.empty(),
              LIMITS,
              new KnownHeads(),
              loop.deadlines(),
              new Rehearsal());
      new Connection(own, 0, null, Habits.PLAIN)
          .send(request(origin), any(), PATIENCE_MILLIS * 1_000_000L, result -> end.run());
      try (Socket accepted = server.accept()) {
        accepted.getOutputStream().write(NOT_FOUND.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException cannotListen) {
      end.run();
    }
  }

  private void redirect(EmbeddedChannel socket) {
    answer(socket, REDIRECT);
    runTasks();
    answer(socket, CHUNKED);
  }

  private static void answer(EmbeddedChannel socket, String answer) {
    socket.writeInbound(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII));
  }

  /**
   * @param server what it does with a connection
   * @param refusal instead; null: it does not refuse
   */
  private void poll(Consumer<EmbeddedChannel> server, Exception refusal) {
    List<EmbeddedChannel> sockets = new ArrayList<>();
    poll(
        toLocalAddress -> {
          sockets.add(new EmbeddedChannel(new Connect(refusal)));
          return sockets.get(0);
        },
        HERE,
        1);
    server.accept(sockets.get(0));
    runTasks();
    sockets.get(0).finishAndReleaseAll();
  }

  private void poll(Loop.Sockets sockets, Origin origin, long timeoutNanos) {
    Loop loop =
        new Loop(
            tasks::add,
            () -> 0,
            sockets,
            new LookUps(host -> null, tasks::add),
            Optional.empty(),
            LIMITS,
            new KnownHeads(),
            deadlines,
            this);
    new Connection(loop, 0, null, ALL).send(request(origin), any(), timeoutNanos, results::add);
    deadlines.check(0);
    runTasks();
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private static Request request(Origin origin) {
    return new RequestTemplate(
            origin,
            "",
            "POST",
            "/",
            Map.of(),
            Map.of(),
            Optional.of(BodySettings.of("a")),
            Set.of())
        .fill(Map.of(), new RequestStore(BLOCK_BYTES));
  }

  private static Expectation any() {
    return new Expectation(Statuses.of(List.of(200)), OptionalLong.of(1), Optional.empty());
  }

  @Override
  public void surplus() {}

  @Override
  public void fault(Throwable thrown) {}

  /** Lets a connection succeed or fail. */
  private static final class Connect extends ChannelOutboundHandlerAdapter {

    private final Exception refusal;

    private Connect(Exception refusal) {
      this.refusal = refusal;
    }

    @Override
    public void connect(
        ChannelHandlerContext ctx,
        SocketAddress remote,
        SocketAddress local,
        ChannelPromise promise) {
      if (refusal == null) {
        promise.setSuccess();
      } else {
        promise.setFailure(refusal);
      }
    }
  }
}
