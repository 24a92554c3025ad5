package fleetpoll.watch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
  private final Consumer<Happening> happenings;
  private final List<Integer> known = new ArrayList<>();
  private Set<Integer> present;
  private long waitNanos = SHORTEST_WAIT_NANOS;
  private long searchNanos = Long.MIN_VALUE;
  private volatile String found;
  private volatile String advice;

  ServerProbe(ProcessTree tree, Supplier<Owners> search, Consumer<Happening> happenings) {
    this.tree = tree;
    this.search = search;
    this.happenings = happenings;
    search(Long.MIN_VALUE);
    present = tree.liveRoots();
    remember(present);
  }

  @Override
  public Optional<Sample> sample(long atNanos) {
    if (tree.refresh(atNanos) && !present.isEmpty()) {
      waitNanos = SHORTEST_WAIT_NANOS;
    } else if (atNanos >= searchNanos) {
      search(atNanos);
      searchNanos = atNanos + waitNanos;
      waitNanos = Math.min(2 * waitNanos, LONGEST_WAIT_NANOS);
    }
    notice(atNanos, tree.liveRoots());
    return tree.sample(atNanos);
  }

  private void search(long atNanos) {
    Owners owners = search.get();
    advice = owners.advice();
    if (!owners.pids().isEmpty()) {
      tree.follow(owners.pids());
      tree.refresh(atNanos);
    }
  }

  private void notice(long atNanos, Set<Integer> now) {
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
    remember(now);
  }

  private void remember(Set<Integer> pids) {
    new TreeSet<>(pids).stream().filter(pid -> !known.contains(pid)).forEach(known::add);
    if (!known.isEmpty()) {
      found = named(known) + (known.size() == 1 ? " and those below it" : " and those below them");
    }
  }

  private static String named(Iterable<Integer> pids) {
    List<String> names = new ArrayList<>();
    pids.forEach(pid -> names.add(Integer.toString(pid)));
    String listed = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    String more = names.size() > MOST_NAMED ? ", ..." : "";
    return (names.size() == 1 ? "process " : "processes ") + listed + more;
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
  public boolean isWholeMachine() {
    return false;
  }
}
