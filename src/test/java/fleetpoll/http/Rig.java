package fleetpoll.http;

import fleetpoll.settings.answer.Statuses;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** A device's connection whose sockets, clock, event loop and resolver are the test's. */
final class Rig implements Loop.Incidents {

  static final AnswerLimits LIMITS = new AnswerLimits(60, 120, 50);
  static final Origin SERVER = new Origin(false, "127.0.0.1", 8000);
  static final long TIMEOUT_NANOS = 1_000_000;

  final List<EmbeddedChannel> sockets = new ArrayList<>();
  final List<ChannelPromise> connects = new ArrayList<>();
  final List<ChannelPromise> writes = new ArrayList<>();
  final List<SocketAddress> addresses = new ArrayList<>();
  final List<Result> results = new ArrayList<>();
  final List<Integer> redirects = new ArrayList<>();
  final List<HttpHeaders> headers = new ArrayList<>();
  final List<Throwable> faults = new ArrayList<>();
  final Deque<Runnable> tasks = new ArrayDeque<>();
  final Deque<Runnable> lookUps = new ArrayDeque<>();
  final Deadlines deadlines = new Deadlines();
  final RequestStore store = new RequestStore(1 << 10);
  Function<String, InetAddress[]> names = host -> new InetAddress[0];
  boolean connectsAtOnce = true;
  boolean hasSockets = true;
  boolean holdsWrites;
  int surplus;
  long nowNanos = 1_000;
  private final Loop loop;
  final Connection connection;

  Rig() {
    this(Habits.PLAIN);
  }

  Rig(Habits habits) {
    this(habits, new KnownHeads());
  }

  /** On an event loop that knows some heads already. */
  Rig(KnownHeads heads) {
    this(Habits.PLAIN, heads);
  }

  private Rig(Habits habits, KnownHeads heads) {
    loop =
        new Loop(
            tasks::add,
            () -> nowNanos,
            this::open,
            new LookUps(host -> names.apply(host), lookUps::add),
            Optional.empty(),
            LIMITS,
            heads,
            deadlines,
            this);
    connection = new Connection(loop, 0, null, habits);
  }

  Connection anotherDevice() {
    return new Connection(loop, 0, null, Habits.PLAIN);
  }

  Knock knock(Origin origin) {
    return new Knock(loop, origin, null);
  }

  private Channel open(boolean toLocalAddress) {
    if (!hasSockets) {
      throw new ChannelException("none");
    }
    EmbeddedChannel channel =
        new EmbeddedChannel(
            new ChannelOutboundHandlerAdapter() {
              @Override
              public void connect(
                  ChannelHandlerContext ctx,
                  SocketAddress remote,
                  SocketAddress local,
                  ChannelPromise promise) {
                addresses.add(remote);
                connects.add(promise);
                if (connectsAtOnce) {
                  promise.setSuccess();
                }
              }

              @Override
              public void write(ChannelHandlerContext ctx, Object bytes, ChannelPromise promise) {
                if (holdsWrites) {
                  writes.add(promise);
                } else {
                  ctx.write(bytes, promise);
                }
              }
            });
    sockets.add(channel);
    return channel;
  }

  @Override
  public void surplus() {
    surplus++;
  }

  @Override
  public void fault(Throwable thrown) {
    faults.add(thrown);
  }

  PollListener listener() {
    return new PollListener() {
      @Override
      public void ended(Result result) {
        results.add(result);
      }

      @Override
      public void succeeded(int status, HttpHeaders head) {
        headers.add(head);
      }

      @Override
      public void redirected(int status, long sentNanos, long endNanos) {
        redirects.add(status);
      }
    };
  }

  static Expectation ok() {
    return new Expectation(Statuses.of(List.of(200)), OptionalLong.empty(), Optional.empty());
  }

  /** A request with headers given as names and values in turn. */
  Request request(String method, String... headers) {
    return request(SERVER, method, "/a/b", headers);
  }

  Request request(Origin origin, String method, String path, String... headers) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return new RequestTemplate(
            origin, "", method, path, Map.of(), all, Optional.empty(), Set.of("X-Device"))
        .fill(Map.of(), store);
  }

  Rig get() {
    return send(request("GET"), ok());
  }

  Rig send(Request request, Expectation expectation) {
    connection.send(request, expectation, TIMEOUT_NANOS, listener());
    return this;
  }

  Rig connect() {
    connection.connect(request("GET"), TIMEOUT_NANOS, listener());
    return this;
  }

  EmbeddedChannel socket() {
    return sockets.get(sockets.size() - 1);
  }

  Rig answer(String bytes) {
    return answer(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Bytes from the server, and then the loop's tasks; a closed socket takes none. */
  Rig answer(byte[] bytes) {
    if (socket().isOpen()) {
      socket().writeInbound(Unpooled.copiedBuffer(bytes));
    }
    return loop();
  }

  /** An answer and the end of the connection, which the loop reads together. */
  Rig answerAndClose(String bytes) {
    EmbeddedChannel socket = socket();
    socket.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
    socket.close();
    return loop();
  }

  /** What was sent on the newest socket since this was asked last. */
  String sent() {
    StringBuilder sent = new StringBuilder();
    for (ByteBuf out = socket().readOutbound(); out != null; out = socket().readOutbound()) {
      sent.append(out.toString(StandardCharsets.UTF_8));
    }
    return sent.toString();
  }

  Rig serverCloses() {
    socket().close();
    return this;
  }

  /** The event loop runs what waits for it. */
  Rig loop() {
    while (!tasks.isEmpty()) {
      tasks.poll().run();
    }
    return this;
  }

  Rig lookUp() {
    lookUps.remove().run();
    return loop();
  }

  long openSockets() {
    return sockets.stream().filter(Channel::isOpen).count();
  }

  String address() {
    return ((InetSocketAddress) addresses.get(addresses.size() - 1)).getAddress().getHostAddress();
  }

  Result result() {
    if (results.size() != 1) {
      throw new AssertionError(results.size() + " results: " + results);
    }
    return results.remove(0);
  }
}
