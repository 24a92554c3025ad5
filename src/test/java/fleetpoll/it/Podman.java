package fleetpoll.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fleetpoll.watch.Installed;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Runs containers that see this machine's network: programs of this machine with its folders, which
 * need no image, or an image. Everything that Podman stores is in the test's folder.
 */
public final class Podman implements AutoCloseable {

  private static final String NAME = "fleetpoll";
  private static final long BOUND_SECONDS = 30;

  private final Path folder;

  private Podman(Path folder) {
    this.folder = folder;
  }

  /** Skips the test if no container with half a core can be started here. */
  public static Podman assume(Path folder) throws IOException, InterruptedException {
    Installed.assume("podman", "podman runc");
    Podman podman = new Podman(folder);
    String problem = podman.call(podman.halfACore("true"));
    assumeTrue(problem.isEmpty(), "podman cannot start a container with half a core: " + problem);
    return podman;
  }

  /** The words that start a program in a container with half a core; the program's come after. */
  List<String> halfACore(String... program) throws IOException {
    Path root = Files.createDirectories(folder.resolve("rootfs"));
    List<String> words = run();
    for (String name : List.of("proc", "sys", "dev")) {
      Files.createDirectories(root.resolve(name));
    }
    for (Path here : folders()) {
      Path there = root.resolve(here.getFileName());
      if (!Files.isSymbolicLink(here)) {
        Files.createDirectories(there);
        String access = folder.startsWith(here) ? "" : ":ro";
        words.addAll(List.of("--volume", here + ":" + here + access));
      } else if (!Files.isSymbolicLink(there)) {
        Files.createSymbolicLink(there, Files.readSymbolicLink(here));
      }
    }
    words.addAll(List.of("--rootfs", root.toString()));
    words.addAll(List.of(program));
    return words;
  }

  /**
   * The words that run an image as user 1000 with a root file system that nobody can write, without
   * capabilities, with half a core and 512 MB; the image's arguments come after them.
   *
   * @param volume the folder of this machine that is {@code /results} there
   */
  public List<String> image(String name, Path volume) {
    List<String> words = run();
    words.addAll(List.of("--read-only", "--user", "1000", "--cap-drop", "ALL"));
    words.addAll(List.of("--security-opt", "no-new-privileges", "--memory", "512m"));
    words.addAll(List.of("--volume", volume + ":/results", name));
    return words;
  }

  private List<String> run() {
    List<String> words = podman();
    words.addAll(List.of("run", "--rm", "--name", NAME, "--cpus", "0.5", "--network", "host"));
    words.addAll(List.of("--ulimit", "nofile=4096:4096", "--ulimit", "nproc=1000:1000"));
    return words;
  }

  /** Where images are, as options of Podman and of Buildah. */
  public List<String> storage() {
    return storage(folder);
  }

  /** The same for a folder. */
  public static List<String> storage(Path folder) {
    return List.of(
        "--storage-driver",
        "vfs",
        "--root",
        folder.resolve("p").toString(),
        "--runroot",
        folder.resolve("r").toString());
  }

  private List<String> podman() {
    List<String> words = new ArrayList<>(List.of("podman"));
    words.addAll(storage());
    words.addAll(List.of("--cgroup-manager", "cgroupfs"));
    if (Files.exists(Path.of("/usr/sbin/runc"))) {
      words.addAll(List.of("--runtime", "runc"));
    }
    return words;
  }

  /** The topmost folders that this JVM's programs, classes and temporary files are in. */
  private Set<Path> folders() {
    Set<Path> folders = new TreeSet<>();
    for (String name : List.of("usr", "etc", "bin", "sbin", "lib", "lib64")) {
      if (Files.exists(Path.of("/", name))) {
        folders.add(Path.of("/", name));
      }
    }
    String classes = ManagementFactory.getRuntimeMXBean().getClassPath();
    for (String entry : classes.split(File.pathSeparator)) {
      folders.add(topmost(Path.of(entry)));
    }
    folders.add(topmost(Path.of(System.getProperty("java.home"))));
    folders.add(topmost(Path.of("")));
    folders.add(topmost(folder));
    return folders;
  }

  private static Path topmost(Path path) {
    return Path.of("/").resolve(path.toAbsolutePath().getName(0));
  }

  /** What went wrong; empty if nothing did. */
  private String call(List<String> words) throws IOException, InterruptedException {
    Path output = folder.resolve("podman.txt");
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean ended = process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    return ended && process.exitValue() == 0 ? "" : "failed: " + Files.readString(output);
  }

  @Override
  public void close() throws IOException {
    List<String> words = podman();
    words.addAll(List.of("rm", "--force", "--ignore", "--time", "0", NAME));
    try {
      call(words);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // A link to the host's files that Podman leaves.
    Files.deleteIfExists(folder.resolve("rootfs/etc/mtab"));
  }
}
