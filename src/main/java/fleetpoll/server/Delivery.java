package fleetpoll.server;

/** In which way an answer leaves, or does not leave, the server. */
enum Delivery {
  WHOLE,
  RESET,
  CLOSE,
  CUT,
  STALL,
  GARBAGE;

  /** How an answer is delivered that a fault of this kind has hit. */
  static Delivery of(FaultKind kind) {
    return switch (kind) {
      case ERROR, LATENCY, SHORT -> WHOLE;
      case RESET -> RESET;
      case CLOSE -> CLOSE;
      case CUT -> CUT;
      case STALL -> STALL;
      case GARBAGE -> GARBAGE;
    };
  }
}
