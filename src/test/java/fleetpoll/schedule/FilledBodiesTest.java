package fleetpoll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilledBodiesTest {

  private static final int LITERAL_BYTES = 100_000;

  @TempDir Path folder;

  private FleetSettings fleet(int devices, String body, String... keys) throws IOException {
    StringBuilder ids = new StringBuilder("id,site\n");
    for (int device = 100; device < 100 + devices; device++) {
      ids.append("d").append(device).append(",ü\n");
    }
    Files.writeString(folder.resolve("ids.csv"), ids);
    return load(devices, body, keys);
  }

  private FleetSettings load(int devices, String body, String... keys) throws IOException {
    Files.writeString(folder.resolve("body.txt"), body);
    Files.writeString(
        folder.resolve("p.conf"),
        "mix = none\nendpoints = [{ name = E, path = /e, method = POST, body = body.txt"
            + String.join("", keys)
            + " }]");
    return SettingsLoader.load(
        Map.of("profile", "p.conf", "identities", "ids.csv", "devices", "" + devices), folder);
  }

  @Test
  void eachDeviceKeepsItsOwnBody() throws IOException {
    String body = "x".repeat(LITERAL_BYTES) + "#{device}#{site}#{site}";
    Plan plan = Plan.of(fleet(300, body));

    assertThat(plan.bodyBytes()).isEqualTo(300L * (LITERAL_BYTES + 4 + 2 * 2));
    assertThat(plan.obstacles(memory(plan.bodyBytes() + 200_000_000))).isEmpty();
    assertThat(Plan.of(fleet(2_500, body)).obstacles(memory(240_000_000)))
        .containsExactly(
            "2,500 devices need about 251 MB for their own request bodies, and this JVM may use 240"
                + " MB outside its heap: raise it (-Dgatling.jvmArgs=-Xmx251m), let them share a"
                + " body without placeholders or lower devices");
  }

  @Test
  void aBodyWithoutPlaceholdersIsShared() throws IOException {
    assertThat(Plan.of(fleet(300, "x".repeat(LITERAL_BYTES))).bodyBytes()).isZero();
  }

  @Test
  void aBodyThatDiffersFromPollToPollIsNotKept() throws IOException {
    assertThat(Plan.of(fleet(300, "x".repeat(LITERAL_BYTES) + "#{device}#{tick}")).bodyBytes())
        .isZero();
  }

  @Test
  void aCompressedBodyTakesLessAndAnEscapedOneMore() throws IOException {
    String body = "x".repeat(LITERAL_BYTES) + "#{device}";
    assertThat(Plan.of(fleet(300, body, ", gzip = true")).bodyBytes())
        .isBetween(300 * 100L, 300 * 300L);
    Files.writeString(folder.resolve("ids.csv"), "id\nd\\1\n");
    assertThat(
            Plan.of(load(1, "{#{device}}", ", headers { Content-Type = application/json }"))
                .bodyBytes())
        .isEqualTo(6);
  }

  private static Limits memory(long bytes) {
    return new Limits(OptionalLong.empty(), OptionalLong.empty(), bytes);
  }
}
