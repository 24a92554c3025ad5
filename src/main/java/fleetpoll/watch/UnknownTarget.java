package fleetpoll.watch;

import java.util.Optional;

/** A target that cannot be measured from here. */
record UnknownTarget(String advice) implements TargetProbe {

  @Override
  public Optional<Sample> sample(long atNanos) {
    return Optional.empty();
  }

  @Override
  public String found() {
    return null;
  }

  @Override
  public boolean isWholeMachine() {
    return false;
  }
}
