package fleetpoll.watch;

import java.util.Set;

/**
 * The processes that are a server, each with all below it.
 *
 * @param pids empty if none was found
 * @param advice what to do if none was found, one sentence
 * @param mayBeElsewhere whether the server may be on another machine, although its address is here
 */
record Owners(Set<Integer> pids, String advice, boolean mayBeElsewhere) {

  /** Owners on this machine. */
  Owners(Set<Integer> pids, String advice) {
    this(pids, advice, false);
  }
}
