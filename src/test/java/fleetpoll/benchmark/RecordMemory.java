package fleetpoll.benchmark;

import fleetpoll.record.FleetRecorder;
import fleetpoll.record.PolledFleet;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.ref.Reference;

/** What the record takes in memory, ten minutes of the default endpoints. */
public final class RecordMemory {

  /** The serial collector leaves some garbage where it lies in three collections out of four. */
  private static final int COLLECTIONS = 4;

  private RecordMemory() {}

  /** Prints it for fleets of the sizes in {@code args}. */
  public static void main(String[] args) {
    for (String devices : args) {
      System.out.printf(
          "%s devices: %,d bytes a device%n", devices, bytesPerDevice(Integer.parseInt(devices)));
    }
  }

  /** Heap after a collection over devices; exact with the serial collector alone. */
  public static long bytesPerDevice(int devices) {
    FleetRecorder first = new PolledFleet(1).poll();
    long before = usedBytes();
    FleetRecorder fleet = new PolledFleet(devices).poll();
    long used = usedBytes() - before;
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(fleet);
    return used / devices;
  }

  /** As the last collection left it: what threads have set aside for themselves since is no use. */
  private static long usedBytes() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}
