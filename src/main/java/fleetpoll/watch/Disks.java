package fleetpoll.watch;

import java.util.regex.Pattern;

/** Decides which block devices are disks, so that each byte that reached a disk is counted once. */
final class Disks {

  /** Partitions, and devices made of other devices or of memory. */
  private static final Pattern NO_DISK =
      Pattern.compile(
          "(dm-|md|loop|ram|zram|sr|fd)\\d.*|(h|s|v|xv)d[a-z]+\\d+|(nvme\\d+n\\d+|mmcblk\\d+)p\\d+");

  private Disks() {}

  /**
   * Whether a device is a whole disk.
   *
   * @param device such as {@code vda} or {@code /dev/vda}
   */
  static boolean isWhole(String device) {
    return !NO_DISK.matcher(device.substring(device.lastIndexOf('/') + 1)).matches();
  }
}
