package fleetpoll.http;

import fleetpoll.record.Outcome;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.unix.Errors.NativeIoException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * What a failure of a connection means, by error number and by type of exception; a text, which the
 * system may write in any language, decides nothing.
 *
 * <p>The native transport gives the number of every error: in {@link NativeIoException}, and, of a
 * connection that failed, in digits in Netty's own sentence {@code failed with error(-111)}, which
 * has no other accessor. The JDK's transport gives no number, so there the type and the phase
 * decide: a refused and a timed-out SYN are both a {@link ConnectException} and count as refused (a
 * poll's own time-out usually comes first); a network without a route is a bare {@link
 * SocketException} while connecting and counts as unreachable; a bare {@link SocketException} of an
 * open connection is a reset; any other {@link IOException} of an open connection, such as a broken
 * pipe, counts as closed.
 */
final class Reasons {

  /** What was being done when it failed. */
  enum Phase {
    /** Making a socket. */
    OPENING,
    /** TCP's handshake, and the binding to a local address before it. */
    CONNECTING,
    /** TLS's handshake, and everything after. */
    CONNECTED
  }

  private static final Pattern NETTYS_NUMBER = Pattern.compile("failed with error\\(-(\\d+)\\)");

  private Reasons() {}

  /** The outcome of the deepest cause that is known; {@link Outcome#OTHER} if none is. */
  static Outcome outcome(Throwable failure, Phase phase) {
    Outcome outcome = Outcome.OTHER;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      int number = number(cause);
      Outcome own = number > 0 ? ofNumber(number) : ofType(cause, phase);
      outcome = own == Outcome.OTHER ? outcome : own;
    }
    return outcome;
  }

  private static int number(Throwable cause) {
    if (cause instanceof NativeIoException io) {
      return -io.expectedErr();
    }
    if (cause instanceof ConnectException && cause.getMessage() != null) {
      Matcher matcher = NETTYS_NUMBER.matcher(cause.getMessage());
      return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
    return 0;
  }

  /** By Linux's numbers, on which the native transport runs. */
  private static Outcome ofNumber(int number) {
    return switch (number) {
      case 111 -> Outcome.REFUSED; // ECONNREFUSED
      case 103, 104 -> Outcome.RESET; // ECONNABORTED, ECONNRESET
      case 32, 107, 108 -> Outcome.CLOSED; // EPIPE, ENOTCONN, ESHUTDOWN
      case 110 -> Outcome.TIMEOUT; // ETIMEDOUT
      case 64, 100, 101, 112, 113 ->
          Outcome.UNREACHABLE; // ENONET, ENETDOWN, ENETUNREACH, EHOSTDOWN, EHOSTUNREACH
      case 11, 12, 23, 24, 98, 99, 105 ->
          // EAGAIN, ENOMEM, ENFILE, EMFILE, EADDRINUSE, EADDRNOTAVAIL, ENOBUFS
          Outcome.EXHAUSTED;
      default -> Outcome.OTHER;
    };
  }

  private static Outcome ofType(Throwable cause, Phase phase) {
    if (cause instanceof UnknownHostException) {
      return Outcome.DNS;
    }
    if (cause instanceof SSLException) {
      return Outcome.TLS;
    }
    if (cause instanceof ConnectTimeoutException) {
      return Outcome.TIMEOUT;
    }
    if (cause instanceof NoRouteToHostException) {
      return Outcome.UNREACHABLE;
    }
    if (cause instanceof ConnectException) {
      return Outcome.REFUSED;
    }
    if (cause instanceof BindException) {
      return Outcome.EXHAUSTED;
    }
    if (cause instanceof ClosedChannelException) {
      return Outcome.CLOSED;
    }
    return cause instanceof IOException ? ofIo(cause, phase) : Outcome.OTHER;
  }

  private static Outcome ofIo(Throwable cause, Phase phase) {
    boolean isSocket = cause instanceof SocketException;
    return switch (phase) {
      case OPENING -> Outcome.EXHAUSTED;
      case CONNECTING -> isSocket ? Outcome.UNREACHABLE : Outcome.OTHER;
      case CONNECTED -> isSocket ? Outcome.RESET : Outcome.CLOSED;
    };
  }
}
