package fleetpoll.run.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A file that grows by whole lines. Lines that cannot be written, because there is no file yet or
 * its disk is full, wait in memory and are tried again with the next ones. If too many wait, it
 * takes no more for good: it may end early, but nothing inside is ever missing. Its content can be
 * copied even if somebody has deleted the file, because it stays open. Not safe for concurrent use.
 */
public final class AppendedFile {

  /** Hours of a run; if more lines wait, those that follow are lost: memory must have a bound. */
  private static final int MOST_WAITING_BYTES = 4 << 20;

  /** The suffix of a file that its run could not complete. */
  private static final String INCOMPLETE = ".incomplete";

  private static final int COPIED_BYTES = 64 << 10;

  private final int mostWaitingBytes;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private Path path;
  private volatile RandomAccessFile file; // unlike a channel, no interrupted thread closes it
  private Object key;
  private long written;
  private long writtenRows;
  private long waitingRows;
  private long lostBytes;
  private IOException failure;
  private final Trouble trouble = new Trouble();

  /** How far a file goes. */
  public record Extent(long bytes, long rows) {}

  /** A file without a place, whose lines wait. */
  public AppendedFile() {
    this(MOST_WAITING_BYTES);
  }

  AppendedFile(int mostWaitingBytes) {
    this.mostWaitingBytes = mostWaitingBytes;
  }

  /** Gives the file its place, over one that may be there. If that fails, it is tried again. */
  public void open(Path place) {
    path = place;
    write();
  }

  /**
   * Appends lines, each with its line feed. Does not throw: {@link #complete} does.
   *
   * @param rows how many of them count as rows
   */
  public void append(byte[] lines, int rows) {
    if (lostBytes > 0) {
      lostBytes += lines.length;
      write();
      return;
    }
    waiting.writeBytes(lines);
    waitingRows += rows;
    write();
    // Not before: however many lines come at once, a disk with room takes them.
    if (waiting.size() > mostWaitingBytes) {
      lose(lines.length, rows);
    }
  }

  /** The newest lines that wait are lost. */
  private void lose(int bytes, int rows) {
    byte[] all = waiting.toByteArray();
    waiting.reset();
    waiting.write(all, 0, all.length - bytes);
    waitingRows -= rows;
    lostBytes += bytes;
  }

  private void write() {
    if (path == null || file != null && waiting.size() == 0) {
      return;
    }
    try {
      if (file == null) {
        Files.deleteIfExists(path);
        file = new RandomAccessFile(path.toFile(), "rw");
        key = key();
      }
      file.seek(written);
      file.write(waiting.toByteArray());
      written += waiting.size();
      writtenRows += waitingRows;
      waiting.reset();
      waitingRows = 0;
      failure = null;
    } catch (IOException e) {
      failure = e;
      cutBack();
    }
  }

  /** What a full disk has taken of the lines is cut off again. */
  private void cutBack() {
    try {
      if (file != null) {
        file.setLength(written);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Whether the file lies at {@code place}, and nobody has deleted or replaced it. */
  public boolean isAt(Path place) {
    try {
      return file != null && place.equals(path) && (key == null || key.equals(key()));
    } catch (IOException deleted) {
      return false;
    }
  }

  /** What the system knows the file by; null if it has nothing of that kind. */
  private Object key() throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /**
   * Writes what waits, and forces the file to the disk. More may be appended afterwards.
   *
   * @throws IOException if the file is not complete; it then has another name
   */
  public void complete() throws IOException {
    write();
    try {
      if (failure != null) {
        throw failure;
      }
      force();
      verifyComplete();
    } catch (IOException e) {
      Files.move(
          path,
          path.resolveSibling(path.getFileName() + INCOMPLETE),
          StandardCopyOption.REPLACE_EXISTING);
      throw e;
    }
  }

  /** How far the file goes; empty if it could not be opened yet. */
  public Optional<Extent> written() {
    return file == null ? Optional.empty() : Optional.of(new Extent(written, writtenRows));
  }

  /**
   * What has gone wrong and has not been told yet: lines wait because they cannot be written, or no
   * more can wait. It continues a sentence that begins with the file's name.
   */
  public Optional<String> takeTrouble() {
    return trouble.next(failure, lostBytes > 0);
  }

  /** All rows, those that wait included. */
  public long rows() {
    return writtenRows + waitingRows;
  }

  /**
   * Forces to the disk what is in the file. Unlike all else, this may be called while another
   * thread appends.
   */
  public void force() throws IOException {
    RandomAccessFile open = file;
    if (open != null) {
      open.getFD().sync();
    }
  }

  /** Copies all lines, those that wait included. */
  public void copyTo(OutputStream out) throws IOException {
    byte[] bytes = new byte[COPIED_BYTES];
    for (long at = 0; at < written; ) {
      file.seek(at);
      int count = file.read(bytes, 0, (int) Math.min(bytes.length, written - at));
      if (count < 0) {
        throw new IOException(path.getFileName() + " has been cut");
      }
      out.write(bytes, 0, count);
      at += count;
    }
    waiting.writeTo(out);
  }

  /**
   * Checks that no line is lost.
   *
   * @throws IOException if one is
   */
  public void verifyComplete() throws IOException {
    if (lostBytes > 0) {
      throw new IOException(lostBytes + " bytes are lost that could not be written for long");
    }
  }
}
