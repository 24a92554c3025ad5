package fleetpoll.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class ClientFailuresTest {

  /** An address of TEST-NET-1, RFC 5737: no machine has it, and nothing is sent. */
  private static final String NOT_OURS = "192.0.2.1";

  @Test
  void aConnectionThatFindsNoLocalAddressIsTheGeneratorsWant() throws Exception {
    assertThat(ClientFailures.outcome(bindFailure(NioSocketChannel.class, nio())))
        .isEqualTo(Outcome.EXHAUSTED);
    assertThat(ClientFailures.outcome(bindFailure(EpollSocketChannel.class, epoll())))
        .isEqualTo(Outcome.EXHAUSTED);
  }

  /** In Netty's own words, which contain the operating system's message. */
  @Test
  void aSocketThatCannotBeOpenedIsTheGeneratorsWant() {
    String nettys = "newSocketStream(..) failed with error(-24): Too many open files";

    assertThat(ClientFailures.outcome(new ChannelException(new IOException(nettys))))
        .isEqualTo(Outcome.EXHAUSTED);
  }

  @Test
  void aRefusedConnectionIsNot() {
    assertThat(ClientFailures.outcome(new ConnectException("Connection refused: /127.0.0.1:1")))
        .isEqualTo(Outcome.REFUSED);
  }

  private static Throwable bindFailure(Class<? extends Channel> channel, EventLoopGroup group)
      throws InterruptedException {
    try {
      return new Bootstrap()
          .group(group)
          .channel(channel)
          .handler(new ChannelInboundHandlerAdapter())
          .bind(NOT_OURS, 0)
          .await()
          .cause();
    } finally {
      group.shutdownGracefully();
    }
  }

  private static EventLoopGroup nio() {
    return new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  }

  private static EventLoopGroup epoll() {
    return new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
  }
}
