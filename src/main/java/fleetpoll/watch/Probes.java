package fleetpoll.watch;

import fleetpoll.config.Masks;
import fleetpoll.process.CpuQuota;
import fleetpoll.process.ProgramName;
import fleetpoll.text.Authority;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import oshi.spi.SystemInfoProvider;

/** Makes the probes that a system allows; if it allows none, a probe that says so. */
final class Probes {

  private static final long AT_THE_START = 0;

  private final Attempts attempts;
  private final Consumer<Happening> happenings;
  private final Masks masks;
  private final Optional<SystemInfoProvider> machine;

  Probes(Attempts attempts, Consumer<Happening> happenings, Masks masks) {
    this.attempts = attempts;
    this.happenings = happenings;
    this.masks = masks;
    this.machine = attempts.read("this machine", AT_THE_START, Oshi::ofThisMachine);
  }

  TargetProbe ofNodeExporter(URI metrics, SSLContext tls) {
    return new NodeExporterProbe(metrics, masks.text(metrics.toString()), tls, happenings);
  }

  /**
   * The probe of a process with a known id; it does not look for another one after the process has
   * ended.
   */
  TargetProbe ofProcess(long pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    return server(
        system ->
            () -> {
              boolean isAlive = process.filter(Liveness::isAlive).isPresent();
              return new Owners(
                  isAlive ? Set.of(Math.toIntExact(pid)) : Set.of(),
                  "Process %s had ended: give a live one with -Dserver.pid.".formatted(pid));
            });
  }

  /**
   * The probe of the server that listens on the target's address, which may be on another machine.
   */
  TargetProbe ofListener(URI target, TargetAddress address) {
    if (!address.isLocal() && address.isOfContainer()) {
      return new UnknownTarget(
          "The server is in a container of this machine: give the id that its process has here"
              + " with -Dserver.pid.");
    }
    if (!address.isLocal()) {
      return new UnknownTarget(
          ("The server is on another machine: run a Prometheus node exporter there and give"
                  + " -Dserver.metrics=http://%s:9100/metrics.")
              .formatted(masks.text(Authority.of(target).orElseThrow().host())));
    }
    return server(provider -> Forwarders.before(address, provider));
  }

  /**
   * Whether there are metrics that may be another machine's, although the server's address is one
   * of this machine: a tunnel has such an address, too.
   */
  boolean maySpeakOfAnother(Optional<URI> metrics, boolean pidIsKnown, TargetAddress address) {
    return metrics
        .filter(url -> !TargetAddress.of(url).isLocal() || !pidIsKnown && mayLeadAway(address))
        .isPresent();
  }

  private boolean mayLeadAway(TargetAddress address) {
    return address.isLocal()
        && attempt("who listens", provider -> Forwarders.before(address, provider).get())
            .filter(Owners::mayBeElsewhere)
            .isPresent();
  }

  private TargetProbe server(Function<SystemInfoProvider, Supplier<Owners>> search) {
    return this.<TargetProbe>attempt(
            "target",
            provider ->
                new ServerProbe(
                    new ProcessTree(processes(provider)),
                    search.apply(provider),
                    ProgramName::of,
                    happenings))
        .orElseGet(
            () ->
                new UnknownTarget(
                    "Processes cannot be read on this system: run a Prometheus node exporter and"
                        + " give its address with -Dserver.metrics."));
  }

  /** The target's probe, and those of this process and this machine. */
  List<Probe> beside(TargetProbe target) {
    Optional<Probe> generator =
        attempt("generator", provider -> new GeneratorProbe(processes(provider)));
    Optional<Probe> host =
        attempt("host", provider -> new HostProbe(provider.getHardware(), attempts));
    Stream<Optional<Probe>> own = Stream.of(generator, throttling(), host);
    Stream<Optional<Probe>> targets = Stream.of(Optional.of(target));
    // A node exporter is slow; the quick readings come first.
    return (target.isWholeMachine() ? Stream.concat(own, targets) : Stream.concat(targets, own))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Probe> throttling() {
    CpuQuota quota = CpuQuota.ofThisProcess();
    return quota.cores().stream()
        .<Probe>mapToObj(cores -> new ThrottlingProbe(cores, quota::throttledNanos, happenings))
        .findFirst();
  }

  private static Processes processes(SystemInfoProvider provider) {
    return new LocalProcesses(provider.getOperatingSystem());
  }

  private <T> Optional<T> attempt(String what, Function<SystemInfoProvider, T> probe) {
    return machine.flatMap(
        provider -> attempts.read(what, AT_THE_START, () -> probe.apply(provider)));
  }
}
