package fleetpoll.live;

import fleetpoll.settings.RedisUrl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.commands.ProtocolCommand;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Commands to a Redis, many on their way at a time. Its methods throw {@link RuntimeException} when
 * Redis is away, slow or refuses. Not safe for concurrent use.
 */
final class RedisPipe implements AutoCloseable {

  /** For connecting, and for each answer. */
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(1).toMillis();

  /**
   * Fits into a socket's buffers: there is no time-out for writing, and a Redis that stands still
   * must be noticed while we wait for its answers.
   */
  private static final int MOST_BYTES_AHEAD = 32 * 1024;

  private final Connection connection;
  private int answersAhead;
  private int bytesAhead;

  RedisPipe(RedisUrl url) {
    HostAndPort address = new HostAndPort(url.uri().getHost(), port(url.uri()));
    connection = new Connection(address, configuration(url.uri()));
  }

  private static JedisClientConfig configuration(URI uri) {
    DefaultJedisClientConfig.Builder configuration =
        DefaultJedisClientConfig.builder()
            .resp2()
            .connectionTimeoutMillis(TIMEOUT_MILLIS)
            .socketTimeoutMillis(TIMEOUT_MILLIS)
            .user(JedisURIHelper.getUser(uri))
            .password(JedisURIHelper.getPassword(uri))
            .database(JedisURIHelper.getDBIndex(uri));
    return JedisURIHelper.isRedisSSLScheme(uri)
        ? configuration.sslOptions(SslOptions.defaults()).build()
        : configuration.build();
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? Protocol.DEFAULT_PORT : uri.getPort();
  }

  void send(ProtocolCommand command, List<byte[]> arguments) {
    connection.sendCommand(command, arguments.toArray(byte[][]::new));
    answersAhead++;
    for (byte[] argument : arguments) {
      bytesAhead += argument.length;
    }
    if (bytesAhead >= MOST_BYTES_AHEAD) {
      sync();
    }
  }

  /** Waits for what Redis answers to all that was sent. */
  void sync() {
    List<Object> answers = connection.getMany(answersAhead);
    answersAhead = 0;
    bytesAhead = 0;
    for (Object answer : answers) {
      if (answer instanceof JedisDataException refused) {
        throw refused;
      }
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
