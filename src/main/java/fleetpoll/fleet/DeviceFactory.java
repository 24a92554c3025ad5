package fleetpoll.fleet;

import fleetpoll.http.Connection;
import fleetpoll.http.Loop;
import fleetpoll.http.RequestStore;
import fleetpoll.http.link.Link;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/**
 * Makes the devices of one event loop: encodes what each of them sends, and gives it its
 * connection. Belongs to that event loop.
 */
final class DeviceFactory {

  private static final int REQUEST_BLOCK_BYTES = 64 * 1024;

  private final Fleet fleet;
  private final DeviceLoop loop;
  private final Loop linked;
  private final RequestStore store = new RequestStore(REQUEST_BLOCK_BYTES);

  /**
   * @param http what the connections of {@code loop} share
   */
  DeviceFactory(Fleet fleet, DeviceLoop loop, Loop http) {
    this.fleet = fleet;
    this.loop = loop;
    this.linked =
        fleet.settings().behavior().link().map(link -> http.over(new Link(link))).orElse(http);
  }

  /** The device of a virtual user. */
  Device device(VirtualUser user) {
    Map<String, String> values =
        PollTemplate.values(fleet.settings().identities().get(user.device()));
    Connection connection =
        new Connection(linked, user.device(), local(user.device()), fleet.engine().habits());
    DeviceLogin login = login(user, values);
    List<PollRequest> requests =
        login == null
            ? fleet.templates().stream().map(t -> PollRequest.of(t, values, store)).toList()
            : login.requests(fleet.templates());
    return new Device(loop, user, connection, requests, login);
  }

  /** Null without a login. */
  private DeviceLogin login(VirtualUser user, Map<String, String> own) {
    return fleet
        .login()
        .map(
            template ->
                new DeviceLogin(
                    template,
                    own,
                    user.saved(template.session()),
                    fleet.recorder().logins().orElseThrow().devices().get(user.device()),
                    store))
        .orElse(null);
  }

  private InetAddress local(int device) {
    List<InetAddress> addresses = fleet.settings().localAddresses();
    // By its place: with as many shards as addresses, its number would give all the same one.
    return addresses.isEmpty() ? null : addresses.get(device % addresses.size());
  }
}
