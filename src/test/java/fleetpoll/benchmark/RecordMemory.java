package fleetpoll.benchmark;

import fleetpoll.record.FleetRecorder;
import fleetpoll.record.PolledFleet;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.ref.Reference;

/** Measures how much memory the record of ten minutes of the default endpoints takes. */
public final class RecordMemory {

  /** In three collections out of four, the serial collector does not remove all garbage. */
  private static final int COLLECTIONS = 4;

  private RecordMemory() {}

  /** Prints the memory for fleets of the sizes in {@code args}. */
  public static void main(String[] args) {
    for (String devices : args) {
      System.out.printf(
          "%s devices: %,d bytes a device%n", devices, bytesPerDevice(Integer.parseInt(devices)));
    }
  }

  /** The heap after a collection divided by the devices; exact only with the serial collector. */
  public static long bytesPerDevice(int devices) {
    FleetRecorder first = new PolledFleet(1).poll();
    long before = usedBytes();
    FleetRecorder fleet = new PolledFleet(devices).poll();
    long used = usedBytes() - before;
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(fleet);
    return used / devices;
  }

  /** The heap after the last collection, without the buffers that threads have reserved since. */
  static long usedBytes() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}
