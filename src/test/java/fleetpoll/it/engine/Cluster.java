package fleetpoll.it.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;

/** A real Kubernetes of one node, this machine. What it is built of outlives the tests. */
final class Cluster implements AutoCloseable {

  private static final int PORT = 16_443;

  private final Path folder =
      Path.of(
              Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                  .orElse(System.getProperty("user.home") + "/.cache"))
          .resolve("fleetpoll/kubernetes");

  private Cluster() {}

  /** Builds it if it is missing, which takes minutes, and skips the test if it cannot run here. */
  static Cluster start() throws IOException, InterruptedException {
    Command.assume(
        "Go of src/test/kubernetes/go.mod, and apt-get install --no-install-recommends etcd-server"
            + " containerd runc containernetworking-plugins buildah busybox-static openssl",
        "go",
        "etcd",
        "containerd",
        "ctr",
        "runc",
        "buildah",
        "busybox",
        "openssl");
    assumeTrue(isFree(PORT), "somebody listens on port " + PORT);
    Cluster cluster = new Cluster();
    Command.Result up = cluster.script("up");
    if (up.exitCode() != 0) {
      cluster.close();
    }
    up.succeeded();
    return cluster;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private Command.Result script(String action, String... more)
      throws IOException, InterruptedException {
    return Command.of("src/test/kubernetes/cluster", action, folder.toString()).and(more).run();
  }

  /** Makes an image's archive known to the node. */
  void load(Path archive) throws IOException, InterruptedException {
    script("load", archive.toString()).succeeded();
  }

  /** A call of {@code kubectl}. */
  Command.Result kubectl(String... arguments) throws IOException, InterruptedException {
    return Command.of(folder.resolve("bin/kubectl").toString())
        .and(arguments)
        .with("KUBECONFIG", folder.resolve("kubeconfig").toString())
        .run();
  }

  @Override
  public void close() throws IOException {
    try {
      script("down").succeeded();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
