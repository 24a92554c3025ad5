package fleetpoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new NoSuchFileException("/a"), "/a: no such file or folder"),
        Arguments.of(new AccessDeniedException("/a"), "/a: permission denied"),
        Arguments.of(new FileSystemException("/a", null, "No space left"), "/a: No space left"),
        Arguments.of(
            new UncheckedIOException(new NoSuchFileException("/a")), "/a: no such file or folder"),
        Arguments.of(new IOException("disk on fire"), "disk on fire"),
        Arguments.of(new IOException(new IllegalStateException("no log")), "no log"),
        Arguments.of(new IOException(null, new IOException("deep")), "deep"),
        Arguments.of(new ClosedChannelException(), "closed channel"),
        Arguments.of(new TimeoutException(), "timeout"),
        Arguments.of(new ConnectException(), "no connection"),
        Arguments.of(new UnknownHostException("h"), "no such host: h"),
        Arguments.of(
            new OutOfMemoryError("Java heap space"), "too little memory (Java heap space)"),
        Arguments.of(new IllegalStateException(" "), "illegal state"),
        Arguments.of(new Exception(), "an unknown failure"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isToldInWords(Throwable failure, String words) {
    assertThat(Reason.of(failure)).isEqualTo(words);
  }
}
