package fleetpoll.watch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Finds the processes that listen on a target's address. If several share the port, because they
 * inherited one socket or because each has its own, the topmost are the server.
 *
 * @param listeners of this machine, as they are now
 * @param topmost picks, from some processes, those that represent all of them
 */
record PortOwners(
    TargetAddress address, Supplier<List<Listener>> listeners, UnaryOperator<Set<Integer>> topmost)
    implements Supplier<Owners> {

  private static final int NEVER = Integer.MAX_VALUE;

  @Override
  public Owners get() {
    List<Listener> here = listening();
    Set<Integer> pids =
        here.stream().map(Listener::pid).filter(pid -> pid > 0).collect(Collectors.toSet());
    return new Owners(topmost.apply(pids), advice(here.isEmpty()));
  }

  private String advice(boolean nobody) {
    return nobody
        ? "Nobody listened on port %s of this machine: start the server before the run, or give"
                .formatted(address.port())
            + " its process with -Dserver.pid if it is in a container that the firewall leads to."
        : "The process that listens on port %s is another user's or in a container: give its pid"
                .formatted(address.port())
            + " on this machine with -Dserver.pid.";
  }

  private List<Listener> listening() {
    List<Listener> ofPort =
        listeners.get().stream().filter(l -> l.port() == address.port()).toList();
    return address.addresses().stream()
        .map(host -> best(ofPort, host))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /**
   * The listeners that get a connection: it goes to the socket that is bound most closely to its
   * address.
   */
  private static List<Listener> best(List<Listener> ofPort, InetAddress host) {
    Map<Integer, List<Listener>> byDistance =
        ofPort.stream()
            .collect(
                Collectors.groupingBy(
                    listener -> distance(listener.address(), host),
                    TreeMap::new,
                    Collectors.toList()));
    byDistance.remove(NEVER);
    return byDistance.entrySet().stream()
        .min(Comparator.comparing(Map.Entry::getKey))
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }

  private static int distance(InetAddress bound, InetAddress host) {
    if (bound.equals(host)) {
      return 0;
    }
    if (!bound.isAnyLocalAddress()) {
      return NEVER;
    }
    if (bound instanceof Inet4Address == host instanceof Inet4Address) {
      return 1;
    }
    // An IPv6 wildcard takes IPv4 connections, unless its owner has switched that off.
    return host instanceof Inet4Address ? 2 : NEVER;
  }
}
