package fleetpoll.watch;

import oshi.spi.SystemInfoProvider;

/**
 * OSHI without native code where it can do without, as on Linux: that starts in a fraction of the
 * time, lists whole disks only, and needs no library unpacked to a temporary folder.
 */
final class Oshi {

  private Oshi() {}

  static SystemInfoProvider ofThisMachine() {
    SystemInfoProvider nativeFree = new oshi.nativefree.SystemInfo();
    return nativeFree.isAvailable() ? nativeFree : new oshi.SystemInfo();
  }
}
