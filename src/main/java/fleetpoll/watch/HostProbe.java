package fleetpoll.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;

/**
 * The generator's machine. Its network is every interface that was there at the start, also
 * loopback; traffic through a bridge counts on each interface that it passes. Its disks are whole
 * disks.
 */
final class HostProbe implements Probe {

  private final CentralProcessor processor;
  private final GlobalMemory memory;
  private final List<NetworkIF> interfaces;
  private final List<HWDiskStore> disks;
  private final Attempts attempts;
  private MachineReading before;

  HostProbe(HardwareAbstractionLayer machine, Attempts attempts) {
    this.processor = machine.getProcessor();
    this.memory = machine.getMemory();
    this.interfaces = machine.getNetworkIFs(true);
    this.disks =
        machine.getDiskStores().stream().filter(disk -> Disks.isWhole(disk.getName())).toList();
    this.attempts = attempts;
  }

  @Override
  public Source source() {
    return Source.HOST;
  }

  @Override
  public Optional<Sample> sample(long atNanos) {
    MachineReading now = read(atNanos);
    Sample sample = now.since(before, Source.HOST, atNanos);
    before = now;
    return Optional.of(sample);
  }

  private MachineReading read(long at) {
    Optional<long[]> ticks = attempts.read("processors", at, processor::getSystemCpuLoadTicks);
    Optional<Long> used =
        attempts.read("memory", at, () -> memory.getTotal() - memory.getAvailable());
    boolean net = attempts.read("network", at, this::updateInterfaces).orElse(false);
    boolean disk = attempts.read("disks", at, this::updateDisks).orElse(false);
    return new MachineReading(
        ticks.map(HostProbe::busy).orElse(null),
        ticks.map(HostProbe::total).orElse(null),
        processor.getLogicalProcessorCount(),
        used.orElse(null),
        net ? sum(interfaces, NetworkIF::getBytesRecv) : null,
        net ? sum(interfaces, NetworkIF::getBytesSent) : null,
        disk ? sum(disks, HWDiskStore::getReadBytes) : null,
        disk ? sum(disks, HWDiskStore::getWriteBytes) : null);
  }

  private static double total(long[] ticks) {
    return LongStream.of(ticks).sum();
  }

  private static double busy(long[] ticks) {
    return total(ticks) - ticks[TickType.IDLE.getIndex()] - ticks[TickType.IOWAIT.getIndex()];
  }

  private boolean updateInterfaces() {
    interfaces.forEach(NetworkIF::updateAttributes);
    return !interfaces.isEmpty();
  }

  private boolean updateDisks() {
    disks.forEach(HWDiskStore::updateAttributes);
    return !disks.isEmpty();
  }

  private static <T> Long sum(List<T> parts, ToLongFunction<T> bytes) {
    return parts.stream().mapToLong(bytes).sum();
  }
}
