package fleetpoll.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A library for browsers that lies on the class path as a WebJar. Its paths contain its version,
 * which is read from the jar itself, so that only the build names it.
 */
record WebJar(String name, String version) {

  static WebJar npm(String name) {
    String description = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    try (InputStream in = WebJar.class.getResourceAsStream(description)) {
      Properties properties = new Properties();
      properties.load(in);
      return new WebJar(name, properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of its files, such as {@code LICENSE}. */
  String text(String path) {
    String resource = "/META-INF/resources/webjars/%s/%s/%s".formatted(name, version, path);
    try (InputStream in = WebJar.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
