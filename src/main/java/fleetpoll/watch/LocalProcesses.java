package fleetpoll.watch;

import java.util.Optional;
import java.util.stream.IntStream;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * This machine's processes: those that are known are read by OSHI, descendants are listed by the
 * JDK, which takes a fraction of the time.
 */
record LocalProcesses(OperatingSystem system) implements Processes {

  @Override
  public Optional<LiveProcess> find(int pid) {
    return Optional.ofNullable(system.getProcess(pid))
        .filter(Liveness::isAlive)
        .map(process -> new Local(process, process.getStartTime()));
  }

  @Override
  public IntStream descendants(int pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .mapToInt(process -> Math.toIntExact(process.pid()));
  }

  private record Local(OSProcess process, long startMillis) implements LiveProcess {

    /** An id is given to another process some time after the first has ended. */
    @Override
    public boolean refresh() {
      return process.updateAttributes()
          && Liveness.isAlive(process)
          && process.getStartTime() == startMillis;
    }

    @Override
    public long userMillis() {
      return process.getUserTime();
    }

    @Override
    public long sysMillis() {
      return process.getKernelTime();
    }

    @Override
    public long ageMillis() {
      return process.getUpTime();
    }

    @Override
    public long rssBytes() {
      return process.getResidentMemory();
    }

    @Override
    public int threads() {
      return process.getThreadCount();
    }

    /** OSHI counts none where it may not look; a process without any file would be no server. */
    @Override
    public Long openFiles() {
      long files = process.getOpenFiles();
      return files > 0 ? files : null;
    }
  }
}
