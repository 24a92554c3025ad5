package fleetpoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts of URLs, also of those that java.net.URI does not see. */
class AuthorityTest {

  @ParameterizedTest
  @CsvSource({
    "http://host/a,                    ,     host,           -1",
    "http://host:80/a,                 ,     host,           80",
    "http://my_server:8000,            ,     my_server,      8000",
    "http://my_server,                 ,     my_server,      -1",
    "http://my_server:/x,              ,     my_server,      -1",
    "http://_my.shop_1.local./x?y=1,   ,     _my.shop_1.local., -1",
    "http://10_0:8000,                 ,     10_0,           8000",
    "redis://a_b:c%40d@my_redis:6379/1,a_b:c%40d, my_redis,  6379",
    "redis://:p_w@host,                :p_w, host,           -1",
    "http://[::1]:8000,                ,     ::1,            8000"
  })
  void hostsAndPortsAreFound(URI url, String user, String host, int port) {
    assertThat(Authority.of(url)).contains(new Authority(user, host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http:///path",
        "http://a..b_c",
        "http://-my_server",
        "http://my_server-",
        "http://my_server:http",
        "http://my_server:123456",
        "http://a@b@my_server",
        "/relative",
        "mailto:my_server"
      })
  void whatIsNoHostIsNone(URI url) {
    assertThat(Authority.of(url)).isEmpty();
  }

  @Test
  void portsHaveBounds() {
    assertThat(Authority.of(URI.create("http://my_server:65535")).orElseThrow().hasUsablePort())
        .isTrue();
    assertThat(Authority.of(URI.create("http://my_server:65536")).orElseThrow().hasUsablePort())
        .isFalse();
    assertThat(Authority.of(URI.create("http://my_server:0")).orElseThrow().hasUsablePort())
        .isFalse();
    assertThat(Authority.of(URI.create("http://my_server")).orElseThrow().hasUsablePort()).isTrue();
  }
}
