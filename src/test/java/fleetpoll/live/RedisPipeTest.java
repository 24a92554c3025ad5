package fleetpoll.live;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.config.RedisUrl;
import fleetpoll.trust.TestKeys;
import fleetpoll.trust.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/** A Redis that speaks TLS is verified before it hears anything, a password for instance. */
class RedisPipeTest {

  @TempDir static Path folder;

  private static TestKeys keys;
  private static ServerSocket redis;

  @BeforeAll
  static void start() throws Exception {
    keys = TestKeys.make(folder, "ip:127.0.0.1");
    redis =
        keys.context()
            .getServerSocketFactory()
            .createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(RedisPipeTest::answer);
    thread.setDaemon(true);
    thread.start();
  }

  @AfterAll
  static void end() throws IOException {
    redis.close();
  }

  private static void answer() {
    while (!redis.isClosed()) {
      try (Socket socket = redis.accept()) {
        if (socket.getInputStream().read() >= 0) {
          socket.getOutputStream().write("+PONG\r\n".getBytes(StandardCharsets.US_ASCII));
          socket.getInputStream().readAllBytes();
        }
      } catch (IOException refusedOrClosed) {
        continue;
      }
    }
  }

  private static void ping(String host, Trust trust) {
    RedisUrl url = RedisUrl.parse("rediss://" + host + ":" + redis.getLocalPort());
    try (RedisPipe pipe = new RedisPipe(url, trust)) {
      pipe.send(new CommandArguments(Protocol.Command.PING));
      pipe.sync();
    }
  }

  @Test
  void theCertificateThatIsTrustedIsAccepted() {
    assertThatCode(() -> ping("127.0.0.1", keys.trust())).doesNotThrowAnyException();
  }

  @Test
  void anotherIsRefused() {
    assertThatThrownBy(() -> ping("127.0.0.1", Trust.OF_THE_JVM))
        .rootCause()
        .hasMessageContaining("is self-signed and not trusted");
  }

  @Test
  void soIsOneOfAnotherHost() {
    assertThatThrownBy(() -> ping("localhost", keys.trust()))
        .rootCause()
        .hasMessageContaining("is for 127.0.0.1, not for localhost");
  }
}
