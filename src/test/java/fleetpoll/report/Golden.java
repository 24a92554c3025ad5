package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a page with the version that somebody last looked at. */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/fleetpoll");

  private Golden() {}

  /**
   * Requires that the text equals that of a file. After a wanted change {@code mvn test
   * -Dtest=*PageTest -Dgolden.update=true} makes it so.
   */
  public static void assertSame(String file, String actual) throws IOException {
    Path golden = FOLDER.resolve(file);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  /** A page without its style sheet, its scripts and their hashes. */
  public static String withoutAssets(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", "<style></style>")
        .replaceAll("(?s)<script>.*?</script>", "<script></script>")
        .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-");
  }
}
