package fleetpoll.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file that is on the disk when it is closed. */
final class ForcedFile extends BufferedOutputStream {

  private final FileChannel channel;

  private ForcedFile(FileChannel channel, OutputStream out) {
    super(out);
    this.channel = channel;
  }

  static ForcedFile create(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new ForcedFile(channel, Channels.newOutputStream(channel));
  }

  /** Appends the first {@code bytes} bytes of another file. */
  void append(Path file, long bytes) throws IOException {
    flush();
    try (FileChannel other = FileChannel.open(file, StandardOpenOption.READ)) {
      for (long done = 0; done < bytes; ) {
        long more = other.transferTo(done, bytes - done, channel);
        if (more <= 0) {
          throw new IOException(file.getFileName() + " has become shorter");
        }
        done += more;
      }
    }
  }

  /** How many bytes have been written and flushed. */
  long bytes() throws IOException {
    return channel.position();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
      channel.force(true);
    }
  }
}
