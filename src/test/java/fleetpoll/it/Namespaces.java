package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Machines as network namespaces of this one: a server's in the middle, and clients that each have
 * a cable to it and reach nothing else.
 */
final class Namespaces implements AutoCloseable {

  /** The server's address, to every client. */
  static final String SERVER = "10.99.0.1";

  /** The end of a cable. */
  private static final String PLUG = "cable";

  private static final Path MOUNTED = Path.of("/proc/mounts");
  private static final String MOUNT = " /run/netns ";

  private final String prefix = "fleetpoll-" + ProcessHandle.current().pid() + "-";
  private final List<String> names = new ArrayList<>();
  private final boolean wasMounted;

  private Namespaces() throws IOException {
    this.wasMounted = Files.readString(MOUNTED).contains(MOUNT);
  }

  /** Skips the test if this machine does not let it make any. */
  static Namespaces assume(int clients) throws IOException, InterruptedException {
    Namespaces namespaces = new Namespaces();
    try {
      namespaces.make(clients);
    } catch (IOException | AssertionError e) {
      namespaces.close();
      assumeTrue(false, "needs root and apt-get install iproute2: " + e.getMessage());
    }
    namespaces.connect(clients);
    return namespaces;
  }

  private void make(int clients) throws IOException, InterruptedException {
    String server = add("server");
    for (int client = 0; client < clients; client++) {
      String near = plug(client);
      ip("link", "add", near, "netns", server, "type", "veth", "peer", PLUG, "netns", add(client));
    }
  }

  private void connect(int clients) throws IOException, InterruptedException {
    String server = prefix + "server";
    ip("-n", server, "address", "add", SERVER + "/32", "dev", "lo");
    for (int client = 0; client < clients; client++) {
      String net = "10.77." + client;
      ip("-n", server, "address", "add", net + ".1/30", "dev", plug(client));
      ip("-n", server, "link", "set", "dev", plug(client), "up");
      String name = prefix + client;
      ip("-n", name, "address", "add", net + ".2/30", "dev", PLUG);
      ip("-n", name, "link", "set", "dev", PLUG, "up");
      ip("-n", name, "route", "add", SERVER, "via", net + ".1");
    }
  }

  private static String plug(int client) {
    return PLUG + client;
  }

  private String add(Object role) throws IOException, InterruptedException {
    String name = prefix + role;
    ip("netns", "add", name);
    names.add(name);
    ip("-n", name, "link", "set", "lo", "up");
    return name;
  }

  /** The words that start a program on the server's machine. */
  List<String> server() {
    return List.of("ip", "netns", "exec", prefix + "server");
  }

  /** The words that start a program on a client's, counted from 0. */
  List<String> client(int client) {
    return List.of("ip", "netns", "exec", prefix + client);
  }

  private static void ip(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("ip"));
    words.addAll(List.of(arguments));
    run(words);
  }

  private static void run(List<String> words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes()).strip();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("%s: %s", words, output).isZero();
  }

  /** A namespace whose processes have ended takes its cables with it. */
  @Override
  public void close() throws IOException {
    try {
      for (String name : names) {
        ip("netns", "delete", name);
      }
      if (!wasMounted && Files.readString(MOUNTED).contains(MOUNT)) {
        run(List.of("umount", "/run/netns"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
