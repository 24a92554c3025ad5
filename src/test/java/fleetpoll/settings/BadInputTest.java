package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each bad value gives exactly one line, which says what is allowed and where the value came from.
 */
class BadInputTest {

  private final Workspace workspace;

  BadInputTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          devices=0         | must be a whole number from 1 to 100,000
          devices=100001    | must be a whole number from 1 to 100,000
          devices=-5        | must be a whole number from 1 to 100,000
          devices=many      | must be a whole number from 1 to 100,000
          devices=1.5       | must be a whole number from 1 to 100,000
          devices=NaN       | must be a whole number from 1 to 100,000
          devices=99999999999999999999999999999999999 | must be a whole number from 1 to 100,000
          interval=0 ms     | must be 1 ms to 1 h
          interval=-1       | must be 1 ms to 1 h
          interval=999 us   | must be 1 ms to 1 h
          interval=3600001  | must be 1 ms to 1 h
          interval=99999999999999999999 d | must be 1 ms to 1 h
          duration=8 d      | must be at least one interval and at most 7 d
          duration=0        | must be at least one interval and at most 7 d
          duration=499 ms   | must be at least one interval, 500 ms (conf/fleet.conf:12), and at most 7 d
          phase=sideways    | must be spread, together or random
          seed=1.5          | must be a whole number from -9,223,372,036,854,775,808 to 9,223,372,036,854,775,807
          seed=9223372036854775808 | must be a whole number from -9,223,372,036,854,775,808 to 9,223,372,036,854,775,807
          ramp=-1 s         | must be 0 s to 7 d
          ramp=169 h        | must be 0 s to 7 d
          warm-up=11 m      | must be 0 s to 10 m
          timeout=0 s       | must be 1 ms to 1 h
          timeout=2 h       | must be 1 ms to 1 h
          preflight=0 s     | must be 1 ms to 1 h, or none
          preflight=2 h     | must be 1 ms to 1 h, or none
          tls.verify=maybe  | must be true or false
          tls.certificate=no.pem | no such file in the working directory or in user-files/resources
          tls.certificate=#{serial}.pem | has unknown #{serial}; available: #{device}
          tls.key=own.key   | must be none unless tls.certificate is given
          tls.protocols=SSLv3 | must be TLSv1.2 or TLSv1.3
          storm.resume=1    | must be true or false
          embedded.host=localhost | must be an IP address, such as 127.0.0.2 or ::1
          tls.trust=no.pem  | no such file in the working directory or in user-files/resources
          device-header=X Device | must be a token of RFC 9110: letters, digits, -, _ and the like
          device-header=X:Y | must be a token of RFC 9110: letters, digits, -, _ and the like
          identities=no.csv | no such file in the working directory or in user-files/resources
          mix=10            | must be a:b, two whole numbers from 1 to 1,000,000 such as 10:1, or none
          mix=0:1           | must be a:b, two whole numbers from 1 to 1,000,000 such as 10:1, or none
          mix=1000001:1     | must be a:b, two whole numbers from 1 to 1,000,000 such as 10:1, or none
          mix=-1:1          | must be a:b, two whole numbers from 1 to 1,000,000 such as 10:1, or none
          mix=1:2:3         | must be a:b, two whole numbers from 1 to 1,000,000 such as 10:1, or none
          client.cookies=yes | must be true or false
          client.follow-redirects=TRUE | must be true or false
          client.most-redirects=0 | must be a whole number from 1 to 100
          client.most-redirects=101 | must be a whole number from 1 to 100
          client.status-line=4096 | must be memory with its unit, such as 300MiB or 300MB: more than 0 and at most 1 PiB
          client.status-line=0KiB | must be memory with its unit, such as 300MiB or 300MB: more than 0 and at most 1 PiB
          client.header=2GiB | must be at most 1 GiB
          client.header=1073741825B | must be at most 1 GiB
          client.header=2PiB | must be memory with its unit, such as 300MiB or 300MB: more than 0 and at most 1 PiB
          client.checked-body=2GiB | must be at most 1 GiB
          client.header=long | must be memory with its unit, such as 300MiB or 300MB: more than 0 and at most 1 PiB
          resolution=-1     | must be 0 ms to 100 ms
          resolution=101    | must be 0 ms to 100 ms
          resolution=1 s    | must be 0 ms to 100 ms
          server.pid=0      | must be a whole number from 1 to 2,147,483,647, or none
          server.pid=None   | must be a whole number from 1 to 2,147,483,647, or none
          server.metrics=host:9100 | must be the URL of a node exporter's metrics, such as http://host:9100/metrics, or none
          server.metrics=host:9100/metrics | must be the URL of a node exporter's metrics, such as http://host:9100/metrics, or none
          live.port=0       | must be a whole number from 1 to 65,535, or none
          live.port=65536   | must be a whole number from 1 to 65,535, or none
          live.devices=yes  | must be true or false
          embedded.threads=65 | must be a whole number from 1 to 64
          embedded.threads=0 | must be a whole number from 1 to 64
          endpoint.method=get | must be GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS
          endpoint.status=600 | must be a whole number from 100 to 599
          profile=nosuch    | must be one of config-poll, reconnect-storm, report-and-fetch, smoke, soak, telemetry (conf/profiles), or a file such as ./my-fleet.conf
          profile=a/b       | no such file
          profile=b.conf    | no such file
          """,
      quoteCharacter = '"')
  void onTheCommandLine(String property, String allowed) {
    String name = property.substring(0, property.indexOf('='));
    String value = property.substring(name.length() + 1);

    assertThat(workspace.problems(property))
        .containsExactly(name + " = " + value + " (-D" + name + "): " + allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interval=fast", "interval=1e3", "interval=NaN ms", "interval=Infinity ms", "interval=1 M",
        "interval=1,5 s", "interval=1 weeks", "interval=", "interval= ", "interval=0x1 s"
      })
  void noDuration(String property) {
    assertThat(workspace.problems(property))
        .singleElement()
        .asString()
        .startsWith("interval = ")
        .endsWith(" (-Dinterval): must be a duration, such as 250ms, 90s or 2 m: 1 ms to 1 h");
  }

  @ParameterizedTest
  @CsvSource({"timeout,1 ms to 1 h", "ramp,0 s to 7 d", "warm-up,0 s to 10 m"})
  void noUnit(String key, String range) {
    assertThat(workspace.problems(key + "=5"))
        .containsExactly(
            key
                + " = 5 (-D"
                + key
                + "): needs a unit, such as 250ms, 90s or 2 m; must be "
                + range);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8000",
        "/hello",
        "ftp://h",
        "http:///x",
        "http:h",
        "http://h:0",
        "http://h:65536",
        "http://h:99999999999",
        "http://h?a=b",
        "http://h#f",
        "http://h/a b",
        "http://"
      })
  void noTarget(String target) {
    assertThat(workspace.problems("target=" + target))
        .containsExactly(
            "target = "
                + target
                + " (-Dtarget): must be embedded, a server to start (aiohttp, channels,"
                + " channels-db, channels-uvicorn, django, django-asgi, django-rest, falcon,"
                + " falcon-db, falcon-granian, fastapi, go, nginx, node, spring, starlette) or a"
                + " URL such as"
                + " http://127.0.0.1:8000: http or"
                + " https, a host, a port from 1 to 65535 if any, no user, query or fragment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devices",
        "duration",
        "interval",
        "target",
        "phase",
        "seed",
        "ramp",
        "warm-up",
        "timeout",
        "device-header",
        "identities",
        "mix",
        "endpoint.method",
        "endpoint.status",
        "client.cookies",
        "client.follow-redirects",
        "client.most-redirects",
        "client.status-line",
        "client.header",
        "client.checked-body",
        "resolution",
        "local-addresses",
        "server.pid",
        "server.metrics",
        "embedded.threads",
        "embedded.jvm-args",
        "embedded.faults",
        "profile"
      })
  void emptyOnTheCommandLine(String key) {
    assertThat(workspace.problems(key + "="))
        .singleElement()
        .asString()
        .startsWith(key + " = \"\" (-D" + key + "): must ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          interval = null          | interval = null (p.conf:1): must be a single value, not null
          interval { a = 1 }       | interval = {"a":1} (p.conf:1): must be a single value, not an object
          devices = [1]            | devices = [1] (p.conf:1): must be a single value, not a list
          devices = 5.0            | devices = 5.0 (p.conf:1): must be a whole number from 1 to 100,000
          client = 5               | client = 5 (p.conf:1): must be an object such as client { name = value }
          client = null            | client = null (p.conf:1): must be an object such as client { name = value }
          embedded.faults = [a, ""] | embedded.faults[1] = "" (p.conf:1): must not be empty
          embedded.faults = [a, {}] | embedded.faults[1] = {} (p.conf:1): must be a single value, not an object
          embedded.jvm-args = {}   | embedded.jvm-args = {} (p.conf:1): must be a single value, not an object
          profile = smoke          | profile (p.conf:1): not for a file; give it as -Dprofile=smoke
          devcies = 3              | devcies (p.conf:1): unknown; did you mean devices?
          devcies { a = 3 }        | devcies (p.conf:1): unknown; did you mean devices?
          DEVICES = 3              | DEVICES (p.conf:1): unknown; did you mean devices?
          cookies = true           | cookies (p.conf:1): unknown; did you mean client.cookies?
          client.cookie = true     | client.cookie (p.conf:1): unknown; did you mean client.cookies?
          "client.cookies" = true  | "client.cookies" (p.conf:1): unknown; did you mean client.cookies?
          endpoint.bytes = 5       | endpoint.bytes (p.conf:1): unknown; did you mean endpoint.status?
          endpoints = 5            | endpoints = 5 (p.conf:1): must be a list: [ { name = A, path = /hello } ]
          endpoints = []           | endpoints (p.conf:1): must be 1 to 100 endpoints, not 0
          endpoints = [5]          | endpoints[0] = 5 (p.conf:1): must be an endpoint such as { name = A, path = /hello }
          devices = ${nope}        | profile = p.conf (p.conf:1): ${nope} is neither a variable of the environment nor a parameter; ${?nope} may be missing
          devices = ${HOME}        | profile = p.conf (p.conf:1): ${HOME} is neither a variable of the environment nor a parameter; ${?HOME} may be missing
          include "q.conf"         | profile = p.conf (p.conf): include of q.conf is not supported; write everything into one profile
          include url("http://127.0.0.1:1/") | profile = p.conf (p.conf): include of http://127.0.0.1:1/ is not supported; write everything into one profile
          mix = 10:1               | profile = p.conf (p.conf:1): Expecting end of input or a comma, got ':'
          """)
  void inAProfile(String profile, String problem) {
    assertThat(workspace.problemsOfProfile(profile)).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0",
        "127.0.0.256",
        "127.0.0.1:80",
        "127.1",
        "[::1]",
        "::1%lo",
        "1:2",
        " "
      })
  void noLocalAddress(String address) {
    assertThat(workspace.problemsOfProfile("local-addresses = [127.0.0.2, \"" + address + "\"]"))
        .containsExactly(
            "local-addresses[1] = "
                + address
                + " (p.conf:1): must be an IP address, such as 127.0.0.2 or ::1");
  }

  @Test
  void aServerIsAProcessOrAMachine() {
    assertThat(workspace.problems("server.pid=1", "server.metrics=http://h:9100/metrics"))
        .containsExactly(
            "server.metrics = http://h:9100/metrics (-Dserver.metrics): must be none if"
                + " server.pid is given (-Dserver.pid): the figures are a process's or a machine's");
  }

  @Test
  void aSyntaxErrorHasItsLine() {
    assertThat(workspace.problemsOfProfile("devices = 5\n\nseed = ]\n"))
        .singleElement()
        .asString()
        .startsWith("profile = p.conf (p.conf:3): Expecting a value but got wrong token: ']'");
  }

  @Test
  void aProfileIsText() throws IOException {
    Files.write(workspace.directory().resolve("p.conf"), new byte[] {(byte) 0xff});

    assertThat(workspace.problems("profile=p.conf"))
        .containsExactly(
            "profile = p.conf (-Dprofile): must be text in UTF-8, but line 1 contains the byte ff, as"
                + " in Latin-1 or Windows-1252");
  }

  @Test
  void valuesStayOnOneShortLine() {
    assertThat(workspace.problems("devices=a\nb" + "x".repeat(100)))
        .containsExactly(
            "devices = a\\u000ab"
                + "x".repeat(77)
                + "... (-Ddevices): must be a whole number from 1 to 100,000");
  }

  @ParameterizedTest
  @CsvSource({
    "a no-break space, '1\u00a0s', 1\\u00a0s",
    "a narrow one, '1\u202fs', 1\\u202fs",
    "a zero-width one, '1\u200bs', 1\\u200bs",
    "an escape, '1\u001bs', 1\\u001bs",
    "a language tag, '1\udb40\udc01s', 1\\udb40\\udc01s",
    "letters, 1 ü, 1 ü"
  })
  void whatNobodySeesIsEscaped(String what, String written, String shown) {
    assertThat(workspace.problems("ramp=" + written))
        .as(what)
        .singleElement()
        .asString()
        .startsWith("ramp = " + shown + " (-Dramp): must be ");
  }

  /** Sparse files: they have a size and no contents. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          endpoints = [{name = a, path = /, method = PUT, body = huge}] | endpoints[0].body = huge (p.conf:1) | 16,777,216
          identities = huge   | identities = huge (p.conf:1)  | 134,217,728
          tls { trust = huge } | tls.trust = huge (p.conf:1) | 16,777,216
          """)
  void filesThatWouldFillTheMemoryAreRefused(String profile, String start, String most)
      throws IOException {
    makeHuge();

    assertThat(workspace.problemsOfProfile(profile))
        .containsExactly(start + ": has 1,200,000,000 bytes; at most " + most + " are allowed");
  }

  @Test
  void aHugeProfileIsRefused() throws IOException {
    makeHuge();

    assertThat(workspace.problems("profile=./huge"))
        .containsExactly(
            "profile = ./huge (-Dprofile): has 1,200,000,000 bytes; at most 16,777,216 are"
                + " allowed");
  }

  private void makeHuge() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(workspace.directory().resolve("huge").toFile(), "rw")) {
      file.setLength(1_200_000_000);
    }
  }
}
