package fleetpoll.server;

import fleetpoll.server.fault.FaultKind;

/** How an answer leaves the server, if it does. */
enum Delivery {
  WHOLE,
  RESET,
  CLOSE,
  CUT,
  STALL,
  GARBAGE;

  /** The delivery of an answer hit by a fault of this kind. */
  static Delivery of(FaultKind kind) {
    return switch (kind) {
      case ERROR, LATENCY, SHORT, RATE -> WHOLE;
      case RESET -> RESET;
      case CLOSE -> CLOSE;
      case CUT -> CUT;
      case STALL -> STALL;
      case GARBAGE -> GARBAGE;
    };
  }
}
