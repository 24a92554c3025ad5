package fleetpoll.watch;

import java.io.File;
import java.util.Optional;
import java.util.stream.IntStream;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * This machine's processes. OSHI reads those that are known; the JDK lists descendants, in a
 * fraction of the time that OSHI takes.
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

    /** The system gives an id to another process some time after the first has ended. */
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

    /**
     * From 6.2 on, Linux itself says how many there are: as the size of the folder that lists them.
     * OSHI counts 0 if it may not look; a process without any file would not be a server.
     */
    @Override
    public Long openFiles() {
      long size = new File("/proc/" + process.getProcessID() + "/fd").length();
      long files = size > 0 ? size : process.getOpenFiles();
      return files > 0 ? files : null;
    }
  }
}
