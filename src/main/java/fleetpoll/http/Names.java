package fleetpoll.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks names up; blocks the thread that asks. */
public interface Names {

  /**
   * All addresses of a host, the one to try first at the beginning; at least one.
   *
   * @throws UnknownHostException if there is none
   */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
