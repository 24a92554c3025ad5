package fleetpoll.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Processes that a test lets live and die. */
final class FakeProcesses implements Processes {

  private final Map<Integer, Fake> alive = new LinkedHashMap<>();

  /** A process; 10 MB, 2 threads, 5 files. */
  static final class Fake implements LiveProcess {

    private final int parent;
    private long cpuMillis;
    private long ageMillis;
    private Long openFiles = 5L;
    private boolean ended;

    private Fake(int parent) {
      this.parent = parent;
    }

    Fake used(long millis) {
      cpuMillis = millis;
      return this;
    }

    Fake aged(long millis) {
      ageMillis = millis;
      return this;
    }

    Fake hidden() {
      openFiles = null;
      return this;
    }

    @Override
    public boolean refresh() {
      return !ended;
    }

    @Override
    public long userMillis() {
      return cpuMillis;
    }

    @Override
    public long sysMillis() {
      return 0;
    }

    @Override
    public long ageMillis() {
      return ageMillis;
    }

    @Override
    public long rssBytes() {
      return 10_000_000;
    }

    @Override
    public int threads() {
      return 2;
    }

    @Override
    public Long openFiles() {
      return openFiles;
    }
  }

  Fake start(int pid, int parent) {
    Fake process = new Fake(parent);
    alive.put(pid, process);
    return process;
  }

  void end(int pid) {
    alive.remove(pid).ended = true;
  }

  @Override
  public Optional<LiveProcess> find(int pid) {
    return Optional.ofNullable(alive.get(pid));
  }

  @Override
  public IntStream descendants(int pid) {
    return alive.entrySet().stream()
        .filter(entry -> entry.getValue().parent == pid)
        .mapToInt(Map.Entry::getKey)
        .flatMap(child -> IntStream.concat(IntStream.of(child), descendants(child)));
  }
}
