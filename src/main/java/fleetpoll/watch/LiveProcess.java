package fleetpoll.watch;

/** A process as it was when it was last read. */
public interface LiveProcess {

  /** Reads it again; whether it is still the same process and alive. A zombie is not. */
  boolean refresh();

  /** Its processor time in user mode so far; that of its ended children is not in it. */
  long userMillis();

  /** The same in the kernel. */
  long sysMillis();

  /** Both. */
  default long cpuMillis() {
    return userMillis() + sysMillis();
  }

  /** How long it has lived; it may be wrong by a second. */
  long ageMillis();

  long rssBytes();

  int threads();

  /** Null if we may not look. */
  Long openFiles();
}
