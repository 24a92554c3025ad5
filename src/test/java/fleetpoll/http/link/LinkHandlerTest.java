package fleetpoll.http.link;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.behavior.LinkSettings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A link whose clock and socket are the test's: 1,000 bytes down and 500 up in each millisecond.
 */
class LinkHandlerTest {

  private static final int DOWN_PART = 20_000;
  private static final int UP_PART = 10_000;
  private static final OptionalLong DOWN = OptionalLong.of(8_000_000);
  private static final OptionalLong UP = OptionalLong.of(4_000_000);

  private final List<String> heard = new ArrayList<>();
  private int reads;
  private EmbeddedChannel socket;

  /** Opens a connection behind a link, and lets its round trip pass. */
  private EmbeddedChannel open(OptionalLong down, OptionalLong up, long latencyMillis) {
    socket =
        new EmbeddedChannel(
            new ChannelOutboundHandlerAdapter() {
              @Override
              public void read(ChannelHandlerContext ctx) {
                reads++;
              }

              @Override
              public void connect(
                  ChannelHandlerContext ctx,
                  SocketAddress remote,
                  SocketAddress local,
                  ChannelPromise promise) {
                promise.setSuccess();
              }
            });
    socket.freezeTime();
    socket.config().setAutoRead(false);
    LinkSettings settings = new LinkSettings(down, up, Duration.ofMillis(latencyMillis));
    socket.pipeline().addLast(new LinkHandler(settings, DOWN_PART, UP_PART), new Device());
    reads = 0;
    heard.clear();
    socket.pipeline().fireChannelActive();
    return socket;
  }

  /** What is behind the link. */
  private final class Device extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      heard.add("open");
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      heard.add(Integer.toString(((ByteBuf) message).readableBytes()));
      ((ByteBuf) message).release();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      heard.add("closed");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
      heard.add(failure.getMessage());
    }
  }

  private void pass(long millis) {
    socket.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    socket.runScheduledPendingTasks();
  }

  private void come(int bytes) {
    socket.pipeline().fireChannelRead(Unpooled.wrappedBuffer(new byte[bytes]));
    socket.pipeline().fireChannelReadComplete();
  }

  private int sentBytes() {
    int bytes = 0;
    for (ByteBuf out = socket.readOutbound(); out != null; out = socket.readOutbound()) {
      bytes += out.readableBytes();
      out.release();
    }
    return bytes;
  }

  @Test
  void whatIsReadArrivesWhenItHasPassedAndThenTheSocketIsReadAgain() {
    open(DOWN, OptionalLong.empty(), 0);
    assertThat(reads).isEqualTo(1);
    pass(100);

    come(DOWN_PART);

    pass(17); // 20 ms, of which the link could have brought 2 before
    assertThat(heard).containsExactly("open");
    assertThat(reads).isEqualTo(1);
    pass(1);
    assertThat(heard).containsExactly("open", "20000");
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void aTimerThatIsLateCostsNoTimeIfMoreHasWaited() {
    open(DOWN, OptionalLong.empty(), 0);
    come(DOWN_PART);
    pass(29); // due at 20

    come(DOWN_PART);

    pass(10);
    assertThat(heard).containsExactly("open", "20000");
    pass(1);
    assertThat(heard).containsExactly("open", "20000", "20000");
  }

  @Test
  void aLinkThatWasIdleDoesNotCatchUp() {
    open(DOWN, OptionalLong.empty(), 0);
    come(10_000);
    pass(1_000);

    come(10_000);

    pass(7);
    assertThat(heard).containsExactly("open", "10000");
    pass(1);
    assertThat(heard).containsExactly("open", "10000", "10000");
  }

  @Test
  void aLinkThatWasIdleAfterAFullPartDoesNotCatchUp() {
    open(DOWN, OptionalLong.empty(), 0);
    come(DOWN_PART);
    pass(20);
    pass(1_000);

    come(DOWN_PART);

    pass(17);
    assertThat(heard).containsExactly("open", "20000");
    pass(1);
    assertThat(heard).containsExactly("open", "20000", "20000");
  }

  @Test
  void theShortestAnswersPassAtOnce() {
    open(DOWN, OptionalLong.empty(), 0);
    pass(100);

    come(2_000);

    assertThat(heard).containsExactly("open", "2000");
  }

  @Test
  void latencyDelaysWhatComesButNotTheReadingOfIt() {
    open(DOWN, OptionalLong.empty(), 50);
    pass(100);
    heard.clear();
    reads = 0;
    pass(900);

    come(DOWN_PART);

    pass(18);
    assertThat(reads).isEqualTo(1);
    pass(49);
    assertThat(heard).isEmpty();
    pass(1);
    assertThat(heard).containsExactly("20000");
  }

  @Test
  void toConnectTakesARoundTrip() {
    open(OptionalLong.empty(), OptionalLong.empty(), 50);
    ChannelFuture connect = socket.connect(new InetSocketAddress("127.0.0.1", 1));

    pass(99);
    assertThat(connect.isDone()).isFalse();
    assertThat(heard).isEmpty();
    pass(1);
    assertThat(connect.isSuccess()).isTrue();
    assertThat(heard).containsExactly("open");
  }

  @Test
  void whatIsSentLeavesInPartsNoFasterThanItPasses() {
    open(OptionalLong.empty(), UP, 5);
    pass(100);

    ChannelFuture sent = socket.writeAndFlush(Unpooled.wrappedBuffer(new byte[25_000]));

    pass(22); // 20 ms a part, of which 2 before, and 5 of latency
    assertThat(sentBytes()).isZero();
    pass(1);
    assertThat(sentBytes()).isEqualTo(10_000);
    pass(20);
    assertThat(sentBytes()).isEqualTo(10_000);
    assertThat(sent.isDone()).isFalse();
    pass(10);
    assertThat(sentBytes()).isEqualTo(5_000);
    assertThat(sent.isSuccess()).isTrue();
  }

  @Test
  void whatIsSentLeavesAtOnceWithoutRateAndLatency() {
    open(DOWN, OptionalLong.empty(), 0);

    socket.writeAndFlush(Unpooled.wrappedBuffer(new byte[100]));

    assertThat(sentBytes()).isEqualTo(100);
  }

  @Test
  void theServersEndComesAfterItsLastByte() {
    open(DOWN, OptionalLong.empty(), 50);
    pass(100);
    heard.clear();
    pass(900);
    come(10_000);
    socket.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);

    pass(57);
    assertThat(heard).isEmpty();
    assertThat(socket.isOpen()).isTrue();
    pass(1);
    assertThat(heard).containsExactly("10000", "closed");
    assertThat(socket.isOpen()).isFalse();
  }

  @Test
  void theEndOfAnIdleConnectionTakesTheLatency() {
    open(DOWN, OptionalLong.empty(), 50);
    pass(100);
    heard.clear();
    socket.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);

    pass(49);
    assertThat(heard).isEmpty();
    pass(1);
    assertThat(heard).containsExactly("closed");
  }

  @Test
  void aResetTakesEffectAtOnceAndAfterWhatCameBefore() {
    open(DOWN, OptionalLong.empty(), 50);
    pass(100);
    heard.clear();
    come(10_000);

    socket.pipeline().fireExceptionCaught(new IOException("reset"));

    assertThat(heard).containsExactly("10000", "reset");
  }

  @Test
  void whatIsUnderwayWhenTheDeviceClosesIsFreed() {
    open(DOWN, UP, 50);
    pass(100);
    heard.clear();
    ByteBuf in = Unpooled.wrappedBuffer(new byte[10_000]);
    ByteBuf out = Unpooled.wrappedBuffer(new byte[25_000]);
    socket.pipeline().fireChannelRead(in);
    ChannelFuture sent = socket.writeAndFlush(out);

    socket.close();
    pass(1_000);

    assertThat(heard).containsExactly("closed");
    assertThat(in.refCnt()).isZero();
    assertThat(out.refCnt()).isZero();
    assertThat(sent.isSuccess()).isFalse();
  }
}
