package fleetpoll.client;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** The kind of thread on which blocking requests wait. */
public enum ThreadKind {
  /** Threads of the operating system. */
  PLATFORM,
  /** Threads of the JVM's own, on a JDK that has them (21 and newer). */
  VIRTUAL;

  /** A factory of such threads; empty if this JDK has none. */
  public Optional<ThreadFactory> factory() {
    return this == PLATFORM ? Optional.of(Executors.defaultThreadFactory()) : virtual();
  }

  /** By reflection: Fleetpoll is compiled for a JDK without them. */
  private static Optional<ThreadFactory> virtual() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      return Optional.of((ThreadFactory) type.getMethod("factory").invoke(builder));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
