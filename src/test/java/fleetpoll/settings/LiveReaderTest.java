package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Parameter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveReaderTest {

  private static final String ALLOWED =
      "must be a URL such as redis://127.0.0.1:6379: redis or rediss, user:password@ if any,"
          + " a host, a port from 1 to 65535 if any, the number of a database if any; or none";

  private final Workspace workspace;

  LiveReaderTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
  }

  @Test
  void nobodyReadsAlongUnlessAskedTo() {
    assertThat(workspace.load().live()).isEqualTo(LiveSettings.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "redis://127.0.0.1:6379, redis://127.0.0.1:6379",
    "rediss://host, rediss://host",
    "redis://[::1]:6379/, redis://[::1]:6379/",
    "redis://my_redis:6379/1, redis://my_redis:6379/1",
    "redis://m_e:s3_cret@my_redis, redis://my_redis",
    "redis://:s3cret@host/15, redis://host/15",
    "rediss://me:s3cret:s3cret@host:1, rediss://host:1"
  })
  void thePasswordIsKeptButNeverShown(String url, String shown) {
    FleetSettings settings = workspace.load("live.redis=" + url, "live.port=65535");

    assertThat(settings.live().redis().orElseThrow().uri()).hasToString(url);
    assertThat(settings.live().port()).hasValue(65_535);
    assertThat(settings.inForce()).contains(new Parameter("live.redis", shown, "-Dlive.redis"));
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "host:6379, host:6379",
    "http://host:6379, http://host:6379",
    "redis://host:0, redis://host:0",
    "redis://host:65536, redis://host:65536",
    "redis://my_host:65536, redis://my_host:65536",
    "redis://s3cret@my_host, redis://my_host",
    "redis://host/name, redis://host/name",
    "redis://host?timeout=1, redis://host?timeout=1",
    "redis://, redis://",
    "redis://s3cret@host, redis://host",
    "me:s3cret@host//, host//",
    ":s3cret@host, host",
    "redis://:s3cret, redis://..."
  })
  void noUrlOfARedis(String text, String shown) {
    assertThat(workspace.problems("live.redis=" + text))
        .containsExactly("live.redis = " + shown + " (-Dlive.redis): " + ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({
    "redis://me:s3/cret@host, redis://host",
    "redis://me:s3#cret@host:6379/1, redis://host:6379/1",
    "redis://me:s3?cret@host, redis://host",
    "redis://me:s3%cret@host, redis://host",
    "redis://me:s3 cret@host, redis://host",
    "redis://me:s3//c@ret@host:x, redis://host:x"
  })
  void aPasswordThatIsNotEncodedIsToldWithoutIt(String url, String shown) {
    assertThat(workspace.problems("live.redis=" + url))
        .containsExactly(
            "live.redis = "
                + shown
                + " (-Dlive.redis): user and password must be percent-encoded: / is %2F, # is %23,"
                + " ? is %3F, @ is %40, % is %25, a space is %20");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"live { redis = \"redis://me:s3cret@h:x\" }", "live.redis = [\"a:s3cret@b\"]"})
  void aFileIsNoBetterPlaceForASlip(String profile) {
    assertThat(workspace.problemsOfProfile(profile))
        .singleElement()
        .asString()
        .startsWith("live.redis = ")
        .endsWith(ALLOWED)
        .doesNotContain("s3cret");
  }
}
