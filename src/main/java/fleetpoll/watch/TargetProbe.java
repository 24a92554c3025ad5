package fleetpoll.watch;

/**
 * A probe of the target that also says where it reads. Any thread may call the methods declared
 * here.
 */
interface TargetProbe extends Probe {

  @Override
  default Source source() {
    return Source.TARGET;
  }

  /** Where the figures come from, in words; null as long as there have been none. */
  String found();

  /** What to do so that there are figures, in one sentence; only if {@link #found} is null. */
  String advice();

  /** Whether the server may be on another machine, although its address is one of this machine. */
  default boolean mayBeElsewhere() {
    return false;
  }

  /** Whether the figures are those of everything on the target's machine. */
  boolean isWholeMachine();
}
