package fleetpoll.watch;

import fleetpoll.process.ProgramName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import oshi.spi.SystemInfoProvider;

/**
 * Refuses programs that only forward connections: what they use is not what the server uses.
 *
 * @param search finds the processes that listen on {@code port}
 * @param names by which a process's program may be known, the most telling first
 */
record Forwarders(int port, Supplier<Owners> search, IntFunction<List<String>> names)
    implements Supplier<Owners> {

  /** They forward to a container of this machine. */
  private static final Set<String> TO_CONTAINERS =
      Set.of(
          "docker-proxy",
          "rootlessport",
          "rootlessport-child",
          "containers-rootlessport",
          "containers-rootlessport-child",
          "rootlesskit",
          "slirp4netns",
          "pasta",
          "pasta.avx2",
          "passt",
          "passt.avx2",
          "conmon");

  /** They may forward to another machine. */
  private static final Set<String> ANYWHERE =
      Set.of(
          "kubectl",
          "oc",
          "ssh",
          "autossh",
          "sshd",
          "sshd-session",
          "socat",
          "nc",
          "ncat",
          "systemd-socket-proxyd",
          "gvproxy",
          "vpnkit",
          "com.docker.backend",
          "limactl",
          "wslrelay");

  /** Those of a target's port on this machine. */
  static Forwarders before(TargetAddress address, SystemInfoProvider machine) {
    Supplier<List<Listener>> listeners =
        new LocalListeners(machine.getOperatingSystem().getInternetProtocolStats());
    return new Forwarders(
        address.port(),
        new PortOwners(address, listeners, new Lineage()::topmost),
        ProgramName::candidates);
  }

  @Override
  public Owners get() {
    Owners found = search.get();
    Set<Integer> servers =
        found.pids().stream().filter(pid -> name(pid).isEmpty()).collect(Collectors.toSet());
    return servers.isEmpty() && !found.pids().isEmpty()
        ? refused(found.pids())
        : new Owners(servers, found.advice());
  }

  private Owners refused(Set<Integer> pids) {
    String named =
        pids.stream()
            .sorted()
            .map(pid -> "%s (%s)".formatted(pid, name(pid).orElseThrow()))
            .collect(Collectors.joining(", "));
    String text =
        pids.size() == 1
            ? "The process that listens on port %s, %s, only forwards"
            : "The processes that listen on port %s, %s, only forward";
    String advice =
        text.formatted(port, named)
            + ": give the server's own process with -Dserver.pid, or a Prometheus node exporter of"
            + " its machine with -Dserver.metrics.";
    boolean mayLeadAway =
        pids.stream().map(this::name).flatMap(Optional::stream).anyMatch(ANYWHERE::contains);
    return new Owners(Set.of(), advice, mayLeadAway);
  }

  /** The forwarder that the process is; empty if it is none. */
  private Optional<String> name(int pid) {
    return names.apply(pid).stream()
        .filter(name -> TO_CONTAINERS.contains(name) || ANYWHERE.contains(name))
        .findFirst();
  }
}
