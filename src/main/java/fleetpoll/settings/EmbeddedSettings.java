package fleetpoll.settings;

import fleetpoll.config.Checked;
import java.net.InetAddress;
import java.util.List;

/**
 * The target that is part of Fleetpoll.
 *
 * @param host the address of this machine on which it listens
 * @param threads event loops of its server
 * @param jvmArgs flags of its JVM
 * @param faults what it does wrong on purpose, one {@code devices=kind[:argument]} each
 */
public record EmbeddedSettings(
    InetAddress host, int threads, List<String> jvmArgs, List<String> faults) {

  /** One that only this machine can reach. */
  public EmbeddedSettings(int threads, List<String> jvmArgs, List<String> faults) {
    this(InetAddress.getLoopbackAddress(), threads, jvmArgs, faults);
  }

  static EmbeddedSettings of(Checked values) {
    return new EmbeddedSettings(
        values.get(FleetKeys.EMBEDDED_HOST),
        values.get(FleetKeys.EMBEDDED_THREADS),
        values.get(FleetKeys.EMBEDDED_JVM_ARGS),
        values.get(FleetKeys.EMBEDDED_FAULTS));
  }
}
