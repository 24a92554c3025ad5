package fleetpoll.watch.route;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The networks that this machine makes for its own containers and virtual machines: bridges that no
 * network card is part of, and pairs of virtual interfaces with one address behind each. Linux
 * only.
 */
public final class ContainerNetworks {

  private static final String ETHERNET = "1";

  private final Path links;
  private final Routes routes;

  private ContainerNetworks(Path root) {
    links = root.resolve("sys/class/net");
    routes = Routes.under(root);
  }

  /** The networks as they are now. */
  public static ContainerNetworks ofThisMachine() {
    return under(Path.of("/"));
  }

  /** The networks according to the files under {@code root}. */
  static ContainerNetworks under(Path root) {
    return new ContainerNetworks(root);
  }

  /** Whether the address is one of a container of this machine. */
  public boolean contain(InetAddress address) {
    return routes
        .to(address)
        .filter(Routes.Route::isDirect)
        .filter(
            route ->
                isInnerBridge(route.link()) || route.isOfOneAddress() && isHalfAPair(route.link()))
        .isPresent();
  }

  private boolean isInnerBridge(String link) {
    return Files.exists(links.resolve(link).resolve("bridge")) && !reachesOut(link);
  }

  /** Whether it is a network card or a tunnel, or contains one. */
  private boolean reachesOut(String link) {
    Path folder = links.resolve(link);
    if (Files.exists(folder.resolve("device")) || read(link, "uevent").contains("=vxlan")) {
      return true;
    }
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "lower_*")) {
      for (Path part : parts) {
        if (reachesOut(part.getFileName().toString().substring("lower_".length()))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether its other half is an interface elsewhere, as in a container. */
  private boolean isHalfAPair(String link) {
    String other = read(link, "iflink");
    return !other.isEmpty()
        && !other.equals(read(link, "ifindex"))
        && read(link, "type").equals(ETHERNET)
        && !reachesOut(link);
  }

  private String read(String link, String file) {
    try {
      return Files.readString(links.resolve(link).resolve(file)).trim();
    } catch (IOException e) {
      return "";
    }
  }
}
