package fleetpoll.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fleetpoll.it.Podman;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The image that the Dockerfile describes. No registry is needed: the image of its {@code FROM} is
 * made of this machine's packages.
 *
 * @param folder where Buildah keeps it, and Podman finds it
 */
record Image(Path folder) implements AutoCloseable {

  static final String NAME = "localhost/fleetpoll:test";

  private static final Path BASE = Path.of("src/test/image/base");

  /** Builds it; skips the test if that is not possible here. */
  static Image build(Path folder) throws IOException, InterruptedException {
    Command.assume("apt-get install --no-install-recommends buildah", "buildah", "dpkg", "ldd");
    String jre = "openjdk-17-jre-headless";
    assumeTrue(Command.of("dpkg", "-s", jre).run().exitCode() == 0, "apt-get install " + jre);
    assertThat(Path.of("target/image")).as("mvn package -DskipTests").isDirectory();
    Image image = new Image(folder);
    List<String> base = new ArrayList<>(List.of(BASE.toString(), from()));
    base.addAll(image.buildah());
    Command.of(base).run().succeeded();
    Command.of(image.buildah())
        .and("bud", "--isolation=chroot", "--pull-never", "--tag", NAME, ".")
        .run()
        .succeeded();
    return image;
  }

  /** What the Dockerfile builds on. */
  private static String from() throws IOException {
    return Files.readAllLines(Path.of("Dockerfile")).stream()
        .filter(line -> line.startsWith("FROM "))
        .map(line -> line.substring("FROM ".length()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> buildah() {
    List<String> words = new ArrayList<>(List.of("buildah"));
    words.addAll(Podman.storage(folder));
    return words;
  }

  /** What {@code buildah inspect} says of it. */
  String inspected() throws IOException, InterruptedException {
    return Command.of(buildah()).and("inspect", "--type", "image", NAME).run().succeeded();
  }

  /** Stores it in one file, for engines that take no other. */
  void save(Path archive) throws IOException, InterruptedException {
    Command.of(buildah())
        .and("push", "--quiet", NAME, "docker-archive:" + archive + ":" + NAME)
        .run()
        .succeeded();
  }

  /** Deletes it; the links of its root file system lead nowhere here. */
  @Override
  public void close() throws IOException {
    try {
      Command.of("rm", "-rf", folder.resolve("p").toString()).run().succeeded();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
