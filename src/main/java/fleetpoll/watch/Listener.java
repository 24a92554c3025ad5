package fleetpoll.watch;

import java.net.InetAddress;

/**
 * A TCP socket that listens.
 *
 * @param address on which it listens; a wildcard means all
 * @param pid of a process that holds it; not positive if that is not known
 */
record Listener(InetAddress address, int port, int pid) {}
