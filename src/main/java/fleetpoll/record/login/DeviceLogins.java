package fleetpoll.record.login;

/** One device's logins. Belongs to the device's thread, and may be read after its end. */
public final class DeviceLogins {

  /** Enough to recognise a failure by; a hostile target can send megabytes. */
  private static final int MESSAGE_LENGTH = 200;

  private final FleetLogins fleet;
  private long ok;
  private long ko;
  private long connections;
  private long sumMicros;
  private long maxMicros;
  private String reason;
  private String message;

  DeviceLogins(FleetLogins fleet) {
    this.fleet = fleet;
  }

  /** What they came to so far; only the device's thread may call this. */
  public DeviceLogins copy() {
    DeviceLogins copy = new DeviceLogins(fleet);
    copy.ok = ok;
    copy.ko = ko;
    copy.connections = connections;
    copy.sumMicros = sumMicros;
    copy.maxMicros = maxMicros;
    copy.reason = reason;
    copy.message = message;
    return copy;
  }

  /** A login has succeeded, so long after it was sent. */
  public void succeeded(long serviceMicros) {
    ok++;
    sumMicros += serviceMicros;
    maxMicros = Math.max(maxMicros, serviceMicros);
    fleet.succeeded(serviceMicros);
  }

  /**
   * A login has failed.
   *
   * @param why the word for it
   * @param text what went wrong; null if nothing is known
   */
  public void failed(String why, String text) {
    ko++;
    if (reason == null) {
      String all = text == null ? "" : text;
      reason = why;
      message = all.length() > MESSAGE_LENGTH ? all.substring(0, MESSAGE_LENGTH) : all;
    }
    fleet.failed(why);
  }

  /** A login has opened so many connections. */
  public void opened(int count) {
    connections += count;
  }

  public long ok() {
    return ok;
  }

  public long ko() {
    return ko;
  }

  /** Connections that its logins opened. */
  public long connections() {
    return connections;
  }

  /** From sent to the last byte, the mean of those that succeeded, in microseconds; 0 if none. */
  public double meanMicros() {
    return ok == 0 ? 0 : (double) sumMicros / ok;
  }

  /** The longest of these times. */
  public long maxMicros() {
    return maxMicros;
  }

  /** Why the first one failed; null if none has. */
  public String reason() {
    return reason;
  }

  /** What went wrong then; null if none has failed. */
  public String message() {
    return message;
  }
}
