package fleetpoll.watch;

import java.util.Set;

/**
 * The processes that are a server, each with all below it.
 *
 * @param pids empty if none was found
 * @param advice what to do if none was found, one sentence
 */
record Owners(Set<Integer> pids, String advice) {}
