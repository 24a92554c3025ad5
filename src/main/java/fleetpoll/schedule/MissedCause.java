package fleetpoll.schedule;

import java.util.Locale;

/** Why a tick was not sent. */
public enum MissedCause {
  /** The device was still waiting for an answer when the tick came due. */
  BUSY,
  /**
   * The load generator stood still when the tick came due, whatever the device was doing; or the
   * device was idle, but the generator was a whole interval late or more.
   */
  GENERATOR,
  /** The device stayed away, after a storm or after a failure of its own. */
  BACK_OFF,
  /** The device was not logged in when the tick came due: its login had failed. */
  LOGIN;

  /** The word for it in files and on pages. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
