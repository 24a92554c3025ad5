package fleetpoll.settings;

import fleetpoll.config.Checked;
import java.util.List;

/**
 * The target that is part of Fleetpoll.
 *
 * @param threads event loops of its server
 * @param jvmArgs flags of its JVM
 * @param faults what it does wrong on purpose, one {@code devices=kind[:argument]} each
 */
public record EmbeddedSettings(int threads, List<String> jvmArgs, List<String> faults) {
  static EmbeddedSettings of(Checked values) {
    return new EmbeddedSettings(
        values.get(FleetKeys.EMBEDDED_THREADS),
        values.get(FleetKeys.EMBEDDED_JVM_ARGS),
        values.get(FleetKeys.EMBEDDED_FAULTS));
  }
}
