package fleetpoll.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Some processes and all below them, as one; each reading looks up the whole tree. It adds up the
 * processor time between two samples process by process, so that a process that ends takes nothing
 * back. No sample contains what a process used between its last sample and its end, nor a process
 * that lived only between two samples.
 */
final class ProcessTree {

  /** How wrong the system can be about a process's start. */
  private static final long START_TOLERANCE_MILLIS = 1_000;

  private static final double NANOS_PER_MILLI = 1e6;

  private final Processes processes;
  private final int ourselves = Math.toIntExact(ProcessHandle.current().pid());
  private final Map<Integer, Member> members = new HashMap<>();
  private Set<Integer> roots = Set.of();
  private Long sampledNanos;

  ProcessTree(Processes processes) {
    this.processes = processes;
  }

  private static final class Member {

    private final LiveProcess process;
    private Long sampledCpuMillis;

    Member(LiveProcess process) {
      this.process = process;
    }

    /**
     * The time used since the last sample. A new process used all its time since then, unless it is
     * older: then we assume that it used its time evenly.
     */
    double usedMillis(double elapsedMillis) {
      if (sampledCpuMillis != null) {
        return Math.max(0, process.cpuMillis() - sampledCpuMillis);
      }
      double surelyLived = process.ageMillis() - START_TOLERANCE_MILLIS;
      return process.cpuMillis() * elapsedMillis / Math.max(elapsedMillis, surelyLived);
    }
  }

  /** Follows these processes from now on; those that were in the tree before keep their past. */
  void follow(Set<Integer> pids) {
    roots = Set.copyOf(pids);
  }

  /** Reads every process that is there now; false if a root is missing. */
  boolean refresh() {
    Set<Integer> present = roots.stream().filter(this::refresh).collect(Collectors.toSet());
    boolean complete = present.size() == roots.size();
    descendants(present).stream()
        .filter(pid -> pid != ourselves && !roots.contains(pid) && refresh(pid))
        .forEach(present::add);
    members.keySet().retainAll(present);
    return complete;
  }

  private Set<Integer> descendants(Set<Integer> pids) {
    return pids.stream().flatMapToInt(processes::descendants).boxed().collect(Collectors.toSet());
  }

  private boolean refresh(int pid) {
    Member known = members.get(pid);
    if (known != null && known.process.refresh()) {
      return true;
    }
    Optional<LiveProcess> found = processes.find(pid);
    found.ifPresent(process -> members.put(pid, new Member(process)));
    return found.isPresent();
  }

  /** The roots that were there when they were last read. */
  Set<Integer> liveRoots() {
    Set<Integer> live = new HashSet<>(roots);
    live.retainAll(members.keySet());
    return live;
  }

  /** The sample of the last reading; empty if no process is there. */
  Optional<Sample> sample(long atNanos) {
    if (members.isEmpty()) {
      return Optional.empty();
    }
    Double cpuCores = sampledNanos == null ? null : cpuCores(atNanos - sampledNanos);
    sampledNanos = atNanos;
    members.values().forEach(member -> member.sampledCpuMillis = member.process.cpuMillis());
    return Optional.of(
        Sample.ofProcesses(
            atNanos,
            cpuCores,
            sum(LiveProcess::rssBytes),
            Math.toIntExact(sum(LiveProcess::threads)),
            openFiles()));
  }

  private Double cpuCores(long elapsedNanos) {
    if (elapsedNanos <= 0) {
      return null;
    }
    double elapsedMillis = elapsedNanos / NANOS_PER_MILLI;
    double usedMillis =
        members.values().stream().mapToDouble(member -> member.usedMillis(elapsedMillis)).sum();
    return usedMillis / elapsedMillis;
  }

  /** Null if a single one is not known: half a sum misleads. */
  private Long openFiles() {
    long files = 0;
    for (Member member : members.values()) {
      Long own = member.process.openFiles();
      if (own == null) {
        return null;
      }
      files += own;
    }
    return files;
  }

  private long sum(ToLongFunction<LiveProcess> figure) {
    return members.values().stream().map(member -> member.process).mapToLong(figure).sum();
  }
}
