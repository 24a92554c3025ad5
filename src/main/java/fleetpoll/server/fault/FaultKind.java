package fleetpoll.server.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the embedded target can do wrong on purpose. */
public enum FaultKind {
  /** Answers 503 Service Unavailable. */
  ERROR,
  /** Answers as ever, but this much later. */
  LATENCY,
  /** Resets the connection (RST) instead of answering. */
  RESET,
  /** Closes the connection (FIN) without a byte of an answer. */
  CLOSE,
  /** Sends the head and half of the announced body, then closes the connection. */
  CUT,
  /** Never answers and keeps the connection open. */
  STALL,
  /** Sends bytes that are not HTTP, then closes the connection. */
  GARBAGE,
  /** A complete answer with half of the body and the Content-Length of that half. */
  SHORT,
  /** Serves so many requests a second; the others wait for their turn, or are answered 503. */
  RATE;

  /** The kind's name in a fault and in the target's counts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FaultKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
