package fleetpoll.watch;

import java.nio.file.Path;
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

    /** OSHI lists them, which takes long with thousands of connections. */
    @Override
    public Long openFiles() {
      long told = openFilesTold(Path.of("/proc", "" + process.getProcessID(), "fd"));
      long files = told > 0 ? told : process.getOpenFiles();
      // OSHI counts 0 if it may not look; a process without any file would not be a server.
      return files > 0 ? files : null;
    }
  }

  /**
   * How many files a process has open, without listing them: the size that {@code stat} tells of
   * its folder {@code /proc/<pid>/fd}, since Linux 6.2 and of any process; before that and
   * elsewhere 0.
   */
  static long openFilesTold(Path folder) {
    return folder.toFile().length();
  }
}
