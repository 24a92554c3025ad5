package fleetpoll.compare;

import java.io.IOException;

/** Writes all files of a comparison. */
public final class ComparisonFiles {

  private ComparisonFiles() {}

  /**
   * Makes the folder and writes the table, the text and the page into it; replaces what is there.
   *
   * @throws IOException at the first that cannot be written
   */
  public static void write(Comparison comparison, ComparisonFolder folder) throws IOException {
    folder.write(comparison);
    ComparisonMarkdown.write(comparison, folder);
    ComparisonPage.draw(comparison, folder);
  }
}
