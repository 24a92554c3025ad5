package fleetpoll.watch;

import oshi.spi.SystemInfoProvider;

/**
 * OSHI, without native code on systems that allow it, such as Linux. It then starts in a fraction
 * of the time, lists only whole disks, and unpacks no library to a temporary folder.
 */
final class Oshi {

  private Oshi() {}

  static SystemInfoProvider ofThisMachine() {
    SystemInfoProvider nativeFree = new oshi.nativefree.SystemInfo();
    return nativeFree.isAvailable() ? nativeFree : new oshi.SystemInfo();
  }
}
