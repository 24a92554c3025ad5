package fleetpoll.watch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A server on this machine: its processes and all below them. The probe looks for it at the start
 * and again when one of its processes is gone. As long as there is none it looks ever more rarely:
 * a search costs more than a sample.
 */
final class ServerProbe implements TargetProbe {

  private static final long SHORTEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int MOST_NAMED = 5;

  private final ProcessTree tree;
  private final Supplier<Owners> search;
  private final IntFunction<Optional<String>> program;
  private final Consumer<Happening> happenings;
  private final Map<Integer, Optional<String>> known = new LinkedHashMap<>();
  private Set<Integer> present;
  private long waitNanos = SHORTEST_WAIT_NANOS;
  private long searchNanos = Long.MIN_VALUE;
  private volatile String found;
  private volatile String advice;
  private volatile boolean mayBeElsewhere;

  /**
   * @param program the name of a process's program, if the system tells it
   */
  ServerProbe(
      ProcessTree tree,
      Supplier<Owners> search,
      IntFunction<Optional<String>> program,
      Consumer<Happening> happenings) {
    this.tree = tree;
    this.search = search;
    this.program = program;
    this.happenings = happenings;
    search();
    present = tree.liveRoots();
    remember(present);
  }

  @Override
  public Optional<Sample> sample(long atNanos) {
    if (tree.refresh() && !present.isEmpty()) {
      waitNanos = SHORTEST_WAIT_NANOS;
    } else if (atNanos >= searchNanos) {
      search();
      searchNanos = atNanos + waitNanos;
      waitNanos = Math.min(2 * waitNanos, LONGEST_WAIT_NANOS);
    }
    notice(atNanos, tree.liveRoots());
    return tree.sample(atNanos);
  }

  private void search() {
    Owners owners = search.get();
    advice = owners.advice();
    mayBeElsewhere = owners.mayBeElsewhere();
    if (!owners.pids().isEmpty()) {
      tree.follow(owners.pids());
      tree.refresh();
    }
  }

  private void notice(long atNanos, Set<Integer> now) {
    remember(now);
    if (Collections.disjoint(present, now)) {
      if (!present.isEmpty()) {
        String text = "The server is gone: %s.".formatted(named(present));
        happenings.accept(new Happening(atNanos, "server-gone", text));
      }
      if (!now.isEmpty()) {
        String text = "The server was found: %s.".formatted(named(now));
        happenings.accept(new Happening(atNanos, "server-found", text));
      }
    }
    present = now;
  }

  private void remember(Set<Integer> pids) {
    new TreeSet<>(pids).forEach(pid -> known.computeIfAbsent(pid, program::apply));
    if (!known.isEmpty()) {
      String comma = known.values().iterator().next().isPresent() ? "," : "";
      String below = known.size() == 1 ? comma + " and those below it" : " and those below them";
      found = named(known.keySet()) + below;
    }
  }

  /** {@code process 7, nginx}; {@code processes 7 (nginx), 8 (nginx)}. */
  private String named(Set<Integer> pids) {
    if (pids.size() == 1) {
      int pid = pids.iterator().next();
      return "process " + pid + known.get(pid).map(name -> ", " + name).orElse("");
    }
    String listed =
        pids.stream()
            .limit(MOST_NAMED)
            .map(pid -> pid + known.get(pid).map(name -> " (" + name + ")").orElse(""))
            .collect(Collectors.joining(", "));
    return "processes " + listed + (pids.size() > MOST_NAMED ? ", ..." : "");
  }

  @Override
  public String found() {
    return found;
  }

  @Override
  public String advice() {
    return advice;
  }

  @Override
  public boolean mayBeElsewhere() {
    return mayBeElsewhere;
  }

  @Override
  public boolean isWholeMachine() {
    return false;
  }
}
