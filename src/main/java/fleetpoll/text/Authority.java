package fleetpoll.text;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom an absolute URL addresses. {@link URI#getHost()} knows no name with an underscore, which
 * container tools give to hosts; this does.
 *
 * @param user what is before the {@code @}, still encoded; null if there is none
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param port -1 if there is none
 */
public record Authority(String user, String host, int port) {

  private static final int LAST_PORT = 65_535;
  private static final String LABEL = "\\w(?:[\\w-]*\\w)?";
  private static final Pattern UNDERSCORED =
      Pattern.compile(
          "(?:(?<user>[^@]*)@)?(?<host>(?=[^:]*_)%s(?:\\.%s)*\\.?)(?::(?<port>\\d{0,5}))?"
              .formatted(LABEL, LABEL));

  /** Empty if the URL names no host. */
  public static Optional<Authority> of(URI url) {
    if (url.getHost() != null) {
      return Optional.of(new Authority(url.getRawUserInfo(), bare(url.getHost()), url.getPort()));
    }
    Matcher matcher =
        UNDERSCORED.matcher(url.getRawAuthority() == null ? "" : url.getRawAuthority());
    return matcher.matches()
        ? Optional.of(
            new Authority(
                matcher.group("user"), matcher.group("host"), port(matcher.group("port"))))
        : Optional.empty();
  }

  /** Whether the port is one that can be connected to, or there is none. */
  public boolean hasUsablePort() {
    return port == -1 || port >= 1 && port <= LAST_PORT;
  }

  /** The port, or the scheme's own. */
  public int portOr(int schemes) {
    return port == -1 ? schemes : port;
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static int port(String digits) {
    return digits == null || digits.isEmpty() ? -1 : Integer.parseInt(digits);
  }
}
