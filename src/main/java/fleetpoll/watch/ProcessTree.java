package fleetpoll.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Some processes and all below them, as one. The processor time between two samples is added up
 * process by process, so that one that ends takes nothing back. What a process used between the
 * last sample and its end is in no sample, and neither is one that lived between two samples only.
 */
final class ProcessTree {

  /** By how much the system can be wrong about a process's start. */
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

    /** A newcomer used all of its time since the last sample, unless it is older than that. */
    long usedMillis(double elapsedMillis) {
      if (sampledCpuMillis != null) {
        return Math.max(0, process.cpuMillis() - sampledCpuMillis);
      }
      boolean isBornSince = process.ageMillis() <= elapsedMillis + START_TOLERANCE_MILLIS;
      return isBornSince ? process.cpuMillis() : 0;
    }
  }

  /** Follows these processes from now on; those that were in the tree before keep their past. */
  void follow(Set<Integer> pids) {
    roots = Set.copyOf(pids);
  }

  /** Reads every process that is there; false where a root is missing. */
  boolean refresh() {
    Set<Integer> present = new HashSet<>();
    boolean complete = true;
    for (int root : roots) {
      if (refresh(root)) {
        present.add(root);
        processes
            .descendants(root)
            .filter(pid -> pid != ourselves && !present.contains(pid) && refresh(pid))
            .forEach(present::add);
      } else {
        complete = false;
      }
    }
    members.keySet().retainAll(present);
    return complete;
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

  /** What was read last; empty when no process is there. */
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
    long usedMillis =
        members.values().stream().mapToLong(member -> member.usedMillis(elapsedMillis)).sum();
    return usedMillis / elapsedMillis;
  }

  /** Null where a single one is not known: half a sum misleads. */
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
