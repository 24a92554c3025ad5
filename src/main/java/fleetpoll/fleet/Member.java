package fleetpoll.fleet;

/** A device as its fleet sees it; every method is called on the device's event loop. */
public interface Member {

  /** Starts on the fleet's clock. */
  void start(FleetClock clock);

  /** Ends the device now; changes nothing when it has left. */
  void interrupt();
}
