package fleetpoll.run;

/** The unit of a {@link Check}'s numbers. */
public enum Unit {
  /** Of a hundred. */
  PERCENT,
  /** Milliseconds. */
  MILLIS,
  /** Processors. */
  CORES,
  /** Bytes. */
  BYTES,
  /** Things. */
  COUNT
}
