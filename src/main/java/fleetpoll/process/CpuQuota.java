package fleetpoll.process;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The CPU quota of this process, as a container has one: the tightest of its control group's and of
 * those above it that this process can see. No quota on systems other than Linux.
 */
public final class CpuQuota {

  private final List<ControlGroup> groups;

  private CpuQuota(List<ControlGroup> groups) {
    this.groups = groups;
  }

  /** The quota as it is now. */
  public static CpuQuota ofThisProcess() {
    return of(Path.of("/"));
  }

  /** The quota of this process according to the files under {@code root}. */
  static CpuQuota of(Path root) {
    return new CpuQuota(
        ControlGroups.under(root).stream()
            .filter(group -> group.quotaCores().isPresent())
            .toList());
  }

  /** How many cores this process may use, such as 0.5; empty without a quota. */
  public OptionalDouble cores() {
    return groups.stream()
        .map(ControlGroup::quotaCores)
        .flatMapToDouble(OptionalDouble::stream)
        .min();
  }

  /**
   * How many of a machine's cores this process may use.
   *
   * @param processors of the machine, as far as they are for this process
   */
  public double coresOf(int processors) {
    return Math.min(processors, cores().orElse(processors));
  }

  /**
   * For how long a quota has stopped processes of its group so far; 0 without a quota. The kernel
   * adds this up over its processors, so that it can grow faster than time.
   */
  public long throttledNanos() {
    return groups.stream().mapToLong(group -> group.throttledNanos().orElse(0)).sum();
  }
}
