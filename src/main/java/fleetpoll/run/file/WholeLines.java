package fleetpoll.run.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The whole lines of a file that grows, or grew until its writer was killed: a last line without
 * its line feed is left out.
 */
public final class WholeLines extends FilterInputStream {

  private static final int BLOCK_BYTES = 4 << 10;

  private long left;

  private WholeLines(InputStream in, long bytes) {
    super(in);
    this.left = bytes;
  }

  /** Opens the file at {@code path}. */
  public static InputStream open(Path path) throws IOException {
    FileChannel file = FileChannel.open(path);
    try {
      return new WholeLines(Channels.newInputStream(file), end(file));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Where the last line feed ends; 0 if there is none. */
  private static long end(FileChannel file) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
    for (long end = file.size(); end > 0; ) {
      long start = Math.max(0, end - BLOCK_BYTES);
      block.clear().limit((int) (end - start));
      int count = file.read(block, start);
      for (int i = count - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }

  @Override
  public int read() throws IOException {
    int read = left == 0 ? -1 : super.read();
    left -= read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = left == 0 ? -1 : super.read(bytes, offset, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }
}
