package fleetpoll.gatling;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.core.protocol.Protocol;
import io.gatling.javaapi.core.ProtocolBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.URI;

/**
 * Plain devices' HTTP: no cache, and no redirects unless asked for.
 *
 * @param target what the paths of the polls are appended to
 * @param userAgent the header of that name
 */
public record DeviceProtocol(URI target, String userAgent, boolean followRedirects)
    implements ProtocolBuilder {

  @Override
  public Protocol protocol() {
    HttpProtocolBuilder protocol =
        http.baseUrl(target.toString().replaceAll("/+$", ""))
            .userAgentHeader(userAgent)
            .disableAutoReferer()
            .disableCaching();
    return (followRedirects ? protocol : protocol.disableFollowRedirect()).protocol();
  }
}
