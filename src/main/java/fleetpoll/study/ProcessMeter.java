package fleetpoll.study;

import java.util.Optional;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** Reads what a process of this machine has used so far. */
final class ProcessMeter {

  private static final OperatingSystem SYSTEM = new SystemInfo().getOperatingSystem();
  private static final double MILLIS = 1e3;

  private final OSProcess process;

  private ProcessMeter(OSProcess process) {
    this.process = process;
  }

  /**
   * What a process has used.
   *
   * @param userSeconds processor time in user mode since its start, to 10 ms on Linux
   * @param sysSeconds the same in the kernel
   * @param rssBytes resident memory now
   */
  record Reading(double userSeconds, double sysSeconds, long rssBytes) {

    double cpuSeconds() {
      return userSeconds + sysSeconds;
    }
  }

  /** The meter of a process; empty when it is gone. */
  static Optional<ProcessMeter> of(long pid) {
    return Optional.ofNullable(SYSTEM.getProcess(Math.toIntExact(pid))).map(ProcessMeter::new);
  }

  /** A reading; empty when the process is gone. */
  Optional<Reading> read() {
    // Of a process that has ended but still has its entry there is no memory left to read.
    return process.updateAttributes() && process.getResidentMemory() > 0
        ? Optional.of(
            new Reading(
                process.getUserTime() / MILLIS,
                process.getKernelTime() / MILLIS,
                process.getResidentMemory()))
        : Optional.empty();
  }
}
