package fleetpoll.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fleetpoll.config.RedisUrl;
import fleetpoll.trust.TestKeys;
import fleetpoll.trust.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/** A Redis that speaks TLS is verified before it hears anything, a password for instance. */
class RedisPipeTest {

  private static final int NOTHING = -1;
  private static final BlockingQueue<Integer> HEARD = new LinkedBlockingQueue<>();

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
    Thread thread = new Thread(RedisPipeTest::listen);
    thread.setDaemon(true);
    thread.start();
  }

  @AfterAll
  static void end() throws IOException {
    redis.close();
  }

  private static void listen() {
    while (!redis.isClosed()) {
      try (Socket socket = redis.accept()) {
        HEARD.add(socket.getInputStream().read());
      } catch (IOException refusedOrClosed) {
        HEARD.add(NOTHING);
      }
    }
  }

  /** Why the pipe fails: at the latest, because this Redis hangs up on its first command. */
  private static Throwable failure(String host, Trust trust) {
    RedisUrl url = RedisUrl.parse("rediss://" + host + ":" + redis.getLocalPort());
    return catchThrowable(
        () -> {
          try (RedisPipe pipe = new RedisPipe(url, trust)) {
            pipe.send(new CommandArguments(Protocol.Command.PING));
            pipe.sync();
          }
        });
  }

  @Test
  void theCertificateThatIsTrustedIsAccepted() throws Exception {
    failure("127.0.0.1", keys.trust());

    assertThat(HEARD.take()).isEqualTo('*');
  }

  @Test
  void anotherIsRefused() throws Exception {
    assertThat(failure("127.0.0.1", Trust.OF_THE_JVM))
        .rootCause()
        .hasMessageContaining("is self-signed and not trusted");
    assertThat(HEARD.take()).isEqualTo(NOTHING);
  }

  @Test
  void soIsOneOfAnotherHost() throws Exception {
    assertThat(failure("localhost", keys.trust()))
        .rootCause()
        .hasMessageContaining("is for 127.0.0.1, not for localhost");
    assertThat(HEARD.take()).isEqualTo(NOTHING);
  }
}
