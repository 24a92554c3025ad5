package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LoopSocketsTest {

  /**
   * Otherwise Netty may report a leak in the middle of a run: a preflight has a loop of its own.
   */
  @Test
  @Timeout(20)
  void theReceiveBufferIsGivenBackWhenTheLoopHasEnded() throws Exception {
    MultiThreadIoEventLoopGroup group =
        new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    EventLoop loop = group.next();
    ByteBuf read =
        loop.submit(() -> lent(new LoopSockets(loop, 64).open(false))).get(10, TimeUnit.SECONDS);
    assertThat(read.release()).isFalse();
    CompletableFuture<Integer> holders = new CompletableFuture<>();
    loop.terminationFuture().addListener(ended -> holders.complete(read.refCnt()));

    group.shutdownGracefully(0, 0, TimeUnit.SECONDS);

    assertThat(holders.get(10, TimeUnit.SECONDS)).isZero();
  }

  @SuppressWarnings("deprecation")
  private static ByteBuf lent(Channel socket) {
    return socket
        .config()
        .<RecvByteBufAllocator>getRecvByteBufAllocator()
        .newHandle()
        .allocate(ByteBufAllocator.DEFAULT);
  }
}
