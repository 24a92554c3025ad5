package fleetpoll.http.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A way through a proxy, which answers what the tests say. */
class TunnelTest {

  private final EmbeddedChannel channel = new EmbeddedChannel();

  private Future<Void> dig() {
    channel.pipeline().addLast("user", new ChannelInboundHandlerAdapter());
    Proxy proxy = new Proxy("127.0.0.1", 3128, Optional.empty());
    return Tunnel.dig(channel.pipeline(), "user", proxy, "a.example:443");
  }

  private void answer(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  @Test
  void whatFollowsTheAnswerIsOfTheTunnel() {
    Future<Void> opening = dig();

    answer("HTTP/1.1 200 OK\r\n\r\nabc");

    assertThat(opening.isSuccess()).isTrue();
    assertThat(channel.<ByteBuf>readInbound().toString(StandardCharsets.US_ASCII)).isEqualTo("abc");
  }

  @Test
  void anInterimAnswerOpensNothing() {
    Future<Void> opening = dig();

    answer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n");
    assertThat(opening.isDone()).isFalse();
    answer("HTTP/1.1 200 OK\r\n\r\nabc");

    assertThat(opening.isSuccess()).isTrue();
    assertThat(channel.<ByteBuf>readInbound().toString(StandardCharsets.US_ASCII)).isEqualTo("abc");
  }

  @Test
  void anInterimAnswerHidesNoRefusal() {
    Future<Void> opening = dig();

    answer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\n");

    assertThat(opening.cause()).hasMessage("it answered 403 Forbidden");
  }

  @Test
  void anotherProtocolIsNoTunnel() {
    Future<Void> opening = dig();

    answer("HTTP/1.1 101 Switching Protocols\r\n\r\n");

    assertThat(opening.cause()).hasMessage("it answered 101 Switching Protocols");
  }
}
