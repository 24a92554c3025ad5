package fleetpoll.settings;

import java.util.List;

/**
 * The target that Fleetpoll brings along.
 *
 * @param threads event loops of its server
 * @param jvmArgs flags of its JVM
 * @param faults what it does wrong on purpose, one {@code devices=kind[:argument]} each
 */
public record EmbeddedSettings(int threads, List<String> jvmArgs, List<String> faults) {}
