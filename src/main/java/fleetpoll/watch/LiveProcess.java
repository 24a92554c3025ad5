package fleetpoll.watch;

/** A process as it was when it was last read. */
public interface LiveProcess {

  /**
   * Reads it again, and returns whether it is still the same process and alive. A zombie is not
   * alive.
   */
  boolean refresh();

  /** Its processor time in user mode so far, without that of its ended children. */
  long userMillis();

  /** The same in the kernel. */
  long sysMillis();

  /** Its processor time in user mode and in the kernel. */
  default long cpuMillis() {
    return userMillis() + sysMillis();
  }

  /** How long it has lived; may be wrong by a second. */
  long ageMillis();

  long rssBytes();

  int threads();

  /** How many files it has open; null if the system does not tell. */
  Long openFiles();
}
