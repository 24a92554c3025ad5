package fleetpoll.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fleetpoll.config.Parameter;
import fleetpoll.settings.behavior.BehaviorSettings;
import fleetpoll.settings.behavior.DutySettings;
import fleetpoll.settings.behavior.LinkSettings;
import fleetpoll.settings.behavior.RetrySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What devices do by themselves, as a user writes it. */
class BehaviorTest {

  private final Workspace workspace;

  BehaviorTest(@TempDir Path directory) {
    workspace = new Workspace(directory);
  }

  @Test
  void devicesArePlainUnlessAskedOtherwise() {
    assertThat(workspace.load().behavior()).isEqualTo(BehaviorSettings.NONE);
  }

  @Test
  void aProfileSaysItAll() {
    BehaviorSettings behavior =
        workspace
            .loadProfile(
                """
                jitter = 100 ms
                retry { first = 1 s, factor = 1.5, most = 30 s, jitter = 10% }
                duty { on = 50 s, off = 10 s }
                link { down = 1 Mbit/s, up = 256 kbit/s, latency = 60 ms }
                """)
            .behavior();

    assertThat(behavior)
        .isEqualTo(
            new BehaviorSettings(
                Duration.ofMillis(100),
                Optional.of(
                    new RetrySettings(Duration.ofSeconds(1), 1.5, Duration.ofSeconds(30), 10)),
                Optional.of(new DutySettings(Duration.ofSeconds(50), Duration.ofSeconds(10))),
                Optional.of(
                    new LinkSettings(
                        OptionalLong.of(1_000_000),
                        OptionalLong.of(256_000),
                        Duration.ofMillis(60)))));
  }

  @Test
  void aLinkIsLikeANamedOneButForWhatItSaysItself() {
    assertThat(workspace.load("link.like=lte-m", "link.up=1 Mbit/s").behavior().link())
        .contains(
            new LinkSettings(
                OptionalLong.of(300_000), OptionalLong.of(1_000_000), Duration.ofMillis(50)));
  }

  @Test
  void theNamedLinksFiguresAreInForceWhereTheyCount() {
    assertThat(workspace.load("link.like=lte-m", "link.up=1 Mbit/s").inForce())
        .filteredOn(parameter -> parameter.key().startsWith("link"))
        .extracting(Parameter::key, Parameter::value, p -> p.origin().replaceAll("[0-9]+$", "n"))
        .containsExactly(
            tuple("link.like", "lte-m", "-Dlink.like"),
            tuple("link.down", "300 kbit/s", "conf/fleet.conf:n"),
            tuple("link.up", "1 Mbit/s", "-Dlink.up"),
            tuple("link.latency", "50 ms", "conf/fleet.conf:n"));
  }

  @Test
  void aProfileMayNameLinksOfItsOwn() {
    assertThat(
            workspace
                .loadProfile("links { van { down = 2 Mbit/s } }\nlink.like = van")
                .behavior()
                .link())
        .contains(
            new LinkSettings(OptionalLong.of(2_000_000), OptionalLong.empty(), Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jitter=501 ms      | must be at most one interval, 500 ms (conf/fleet.conf:12)
          jitter=-1 ms       | must be 0 s to 1 h
          retry.first=0 s    | must be 1 ms to 1 h, or none
          retry.first=61 s   | retry.most = 60 s (conf/fleet.conf:N): must be at least retry.first, 61 s (-Dretry.first)
          retry.factor=0.5   | must be a number from 1 to 100, such as 2 or 1.5
          retry.factor=twice | must be a number from 1 to 100, such as 2 or 1.5
          retry.most=2 h     | must be 1 ms to 1 h
          retry.jitter=101%  | must be a percentage from 0% to 100%, such as 99.9%
          retry.jitter=20    | must be a percentage from 0% to 100%, such as 99.9%
          duty.on=50 s       | duty.off = none (conf/fleet.conf:N): must be a duration if duty.on is one, 50 s (-Dduty.on)
          duty.off=10 s      | duty.on = none (conf/fleet.conf:N): must be a duration if duty.off is one, 10 s (-Dduty.off)
          link.like=lte      | must be one of links, 3g, lte-m, nb-iot, wifi, or none
          link.down=1 MB/s   | must be a rate with its unit, such as 256 kbit/s or 1 Mbit/s: 1 kbit/s to 10 Gbit/s, or none
          link.down=1000000  | must be a rate with its unit, such as 256 kbit/s or 1 Mbit/s: 1 kbit/s to 10 Gbit/s, or none
          link.up=999 bit/s  | must be a rate with its unit, such as 256 kbit/s or 1 Mbit/s: 1 kbit/s to 10 Gbit/s, or none
          link.up=11 Gbit/s  | must be a rate with its unit, such as 256 kbit/s or 1 Mbit/s: 1 kbit/s to 10 Gbit/s, or none
          link.latency=2 m   | must be 0 ms to 1 m, or none
          link.down=50 kbit/s | timeout = 30 s (conf/fleet.conf:33): must be more than 32.768 s: an answer of B of 204,800 bytes takes that long on the devices' link
          """)
  void whatIsWrongIsOneLine(String property, String allowed) {
    String name = property.substring(0, property.indexOf('='));
    String value = property.substring(name.length() + 1);

    assertThat(workspace.problems(property))
        .singleElement()
        .asString()
        .matches(
            line ->
                line.equals(name + " = " + value + " (-D" + name + "): " + allowed)
                    || line.replaceAll("conf:[0-9]+\\)", "conf:N)")
                        .equals(allowed.replaceAll("conf:[0-9]+\\)", "conf:N)")),
            allowed);
  }

  @Test
  void onAndOffTakeAnIntervalEach() {
    assertThat(workspace.problems("duty.on=499 ms", "duty.off=100 ms"))
        .containsExactly(
            "duty.on = 499 ms (-Dduty.on): must be at least one interval, 500 ms"
                + " (conf/fleet.conf:12)",
            "duty.off = 100 ms (-Dduty.off): must be at least one interval, 500 ms"
                + " (conf/fleet.conf:12)");
  }

  @Test
  void namedLinksAreChecked() {
    assertThat(workspace.problemsOfProfile("links { van { down = fast, loss = 1% }, bus = 1 }"))
        .containsExactlyInAnyOrder(
            "links.van.down = fast (p.conf:1): must be a rate with its unit, such as 256 kbit/s or"
                + " 1 Mbit/s: 1 kbit/s to 10 Gbit/s, or none",
            "links.van.loss (p.conf:1): unknown; did you mean down?",
            "links.bus = 1 (p.conf:1): must be an object such as { down = 1 Mbit/s }");
  }
}
