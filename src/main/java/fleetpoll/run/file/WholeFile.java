package fleetpoll.run.file;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is whole at any instant: it is written next to its place, under its name and {@code
 * .part}, and renamed when it is whole and on the disk.
 *
 * @param path of the file, there or not
 */
public record WholeFile(Path path) {

  /** Writes a file's content. */
  public interface Content {
    /** Writes all of it; may close {@code out}. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes the file, over one that may be there. If that fails, in whatever way, what was there
   * before is still there, and nothing else is.
   */
  public void write(Content content) throws IOException {
    Path part = Part.of(path);
    try {
      write(content, part);
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (Throwable e) {
      delete(part, e);
      throw e;
    }
  }

  /** Writes {@code text} in UTF-8; half a surrogate pair becomes a question mark. */
  public Path write(String text) throws IOException {
    // Unlike Files.writeString, getBytes does not fail on half a surrogate pair.
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(out -> out.write(bytes));
    return path;
  }

  private static void write(Content content, Path part) throws IOException {
    try (FileChannel file =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file))) {
      content.writeTo(open(out));
      out.flush();
      // Otherwise a power cut could leave the name without the content.
      file.force(true);
    }
  }

  /** A stream that does not close {@code out}: its file is not on the disk yet. */
  private static OutputStream open(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  private static void delete(Path part, Throwable cause) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
