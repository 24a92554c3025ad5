package fleetpoll.settings;

import fleetpoll.config.Defaults;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import java.util.List;
import java.util.Optional;

/**
 * What the mix means for the endpoints.
 *
 * @param shares of the two endpoints; none when each endpoint's own share counts
 * @param givesWay whether the mix of {@code fleet.conf} stands back behind other endpoints
 */
record MixRule(List<Share> shares, boolean givesWay) {

  private static final MixRule OWN_SHARES = new MixRule(List.of(), false);

  /**
   * Applies the mix. The one in {@code fleet.conf} is made for the endpoints there: it gives way to
   * a profile's endpoints that it does not fit. One that was asked for never does.
   */
  static MixRule of(Optional<Setting> mix, Optional<Setting> endpoints, Problems problems) {
    List<Share> shares =
        mix.flatMap(setting -> setting.as(Mix.READ, problems)).map(Mix::shares).orElse(List.of());
    Optional<List<Setting>> items = endpoints.flatMap(Setting::items);
    if (shares.isEmpty() || items.isEmpty()) {
      return OWN_SHARES;
    }
    boolean two = items.get().size() == 2;
    boolean ownShares = items.get().stream().anyMatch(MixRule::hasShare);
    if (two && !ownShares) {
      return new MixRule(shares, false);
    }
    if (isDefault(mix.get()) && !isDefault(endpoints.get())) {
      return new MixRule(List.of(), true);
    }
    if (!two) {
      problems.add(
          mix.get(), "must be none unless there are two endpoints; there " + count(items.get()));
    }
    if (ownShares) {
      problems.add(mix.get(), "must be none where endpoints have a share or every of their own");
    }
    return OWN_SHARES;
  }

  /** The share that the mix gives to an endpoint. */
  Optional<Share> share(int endpoint) {
    return shares.isEmpty() ? Optional.empty() : Optional.of(shares.get(endpoint));
  }

  private static boolean hasShare(Setting endpoint) {
    return endpoint.child("share").isPresent() || endpoint.child("every").isPresent();
  }

  private static boolean isDefault(Setting setting) {
    return setting.origin().startsWith(Defaults.FLEET.shownAs() + ":");
  }

  private static String count(List<Setting> endpoints) {
    return endpoints.size() == 1 ? "is 1" : "are " + endpoints.size();
  }
}
