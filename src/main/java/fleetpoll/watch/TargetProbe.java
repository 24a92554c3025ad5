package fleetpoll.watch;

/** A probe of the target, which says where it reads; any thread may ask. */
interface TargetProbe extends Probe {

  @Override
  default Source source() {
    return Source.TARGET;
  }

  /** Where the figures came from, in words; null as long as there have been none. */
  String found();

  /** What to do so that there are figures, one sentence; only if {@link #found} is null. */
  String advice();

  /** Whether the figures are those of everything on the target's machine. */
  boolean isWholeMachine();
}
