package fleetpoll.live;

import fleetpoll.config.RedisUrl;
import fleetpoll.text.Authority;
import fleetpoll.trust.Trust;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLParameters;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Sends commands to a Redis, many at a time. Its methods throw {@link RuntimeException} if Redis is
 * away, is slow or refuses. Not safe for concurrent use.
 */
final class RedisPipe implements AutoCloseable {

  /** The time-out for connecting, and for each answer. */
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(1).toMillis();

  /**
   * Commands of some 30 KB fit into a socket's buffers. Writing has no time-out, so a Redis that
   * does not react must be noticed while we wait for its answers.
   */
  private static final int MOST_ANSWERS_AHEAD = 200;

  private final Connection connection;
  private int answersAhead;

  /**
   * @param trust decides over the certificate of a Redis that speaks TLS
   */
  RedisPipe(RedisUrl url, Trust trust) {
    Authority whom = url.authority();
    HostAndPort address = new HostAndPort(whom.host(), whom.portOr(Protocol.DEFAULT_PORT));
    connection = new Connection(address, configuration(url.uri(), trust));
  }

  private static JedisClientConfig configuration(URI uri, Trust trust) {
    URI login = login(uri);
    DefaultJedisClientConfig.Builder configuration =
        DefaultJedisClientConfig.builder()
            .resp2()
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .connectionTimeoutMillis(TIMEOUT_MILLIS)
            .socketTimeoutMillis(TIMEOUT_MILLIS)
            .user(JedisURIHelper.getUser(login))
            .password(JedisURIHelper.getPassword(login))
            .database(JedisURIHelper.getDBIndex(uri));
    if (JedisURIHelper.isRedisSSLScheme(uri)) {
      verify(configuration, trust);
    }
    return configuration.build();
  }

  @SuppressWarnings("deprecation") // the options instead of these take no trust but a file's
  private static void verify(DefaultJedisClientConfig.Builder configuration, Trust trust) {
    SSLParameters verified = new SSLParameters();
    verified.setEndpointIdentificationAlgorithm("HTTPS");
    configuration
        .ssl(true)
        .sslSocketFactory(trust.context().getSocketFactory())
        .sslParameters(verified);
  }

  /** A URL with the same user, at a host whose name keeps no URI from seeing it. */
  private static URI login(URI uri) {
    String user = Authority.of(uri).orElseThrow().user();
    return URI.create(user == null ? "redis://any" : "redis://" + user + "@any");
  }

  void send(CommandArguments command) {
    connection.sendCommand(command);
    answersAhead++;
    if (answersAhead == MOST_ANSWERS_AHEAD) {
      sync();
    }
  }

  /** Waits for the answers to all commands sent. */
  void sync() {
    List<Object> answers = connection.getMany(answersAhead);
    answersAhead = 0;
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
