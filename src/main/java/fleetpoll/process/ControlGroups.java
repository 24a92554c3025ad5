package fleetpoll.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the control groups that limit this process's CPU: its own and all above it, as far as this
 * process can see them. Both versions may be mounted at once.
 */
final class ControlGroups {

  private static final String VERSION_1 = "cgroup";
  private static final String VERSION_2 = "cgroup2";
  private static final String CPU = "cpu";

  private final Path root;

  private ControlGroups(Path root) {
    this.root = root;
  }

  /**
   * The groups, the innermost first.
   *
   * @param root of the file system, {@code /} unless a test has another
   */
  static List<ControlGroup> under(Path root) {
    ControlGroups groups = new ControlGroups(root);
    return groups.lines("proc/self/mountinfo").stream()
        .flatMap(line -> Mount.parse(line).stream())
        .flatMap(groups::groups)
        .distinct()
        .toList();
  }

  /** A line of {@code mountinfo}: the group {@code top} is the folder {@code point}. */
  private record Mount(Path top, Path point, String type, List<String> options) {

    private static final int TOP = 3;
    private static final int POINT = 4;

    static List<Mount> parse(String line) {
      String[] halves = line.split(" - ", 2);
      String[] where = halves[0].split(" ");
      String[] what = halves[halves.length - 1].split(" ");
      if (where.length <= POINT || what.length < 3) {
        return List.of();
      }
      List<String> options = Arrays.asList(what[2].split(","));
      return List.of(new Mount(Path.of(where[TOP]), Path.of(where[POINT]), what[0], options));
    }

    boolean limitsCpu() {
      return type.equals(VERSION_2) || type.equals(VERSION_1) && options.contains(CPU);
    }

    /** Whether a line of {@code /proc/self/cgroup}, {@code 4:cpu,cpuacct:/a/b}, belongs to it. */
    boolean holds(String[] membership) {
      return type.equals(VERSION_2)
          ? membership[0].equals("0") && membership[1].isEmpty()
          : Arrays.asList(membership[1].split(",")).contains(CPU);
    }
  }

  private Stream<ControlGroup> groups(Mount mount) {
    return !mount.limitsCpu()
        ? Stream.empty()
        : lines("proc/self/cgroup").stream()
            .map(line -> line.split(":", 3))
            .filter(parts -> parts.length == 3 && mount.holds(parts))
            .flatMap(parts -> upwards(mount, Path.of(parts[2])).stream());
  }

  /** A container sees its own group as the top, whose path may be the host's. */
  private List<ControlGroup> upwards(Mount mount, Path own) {
    Path top = root.resolve(mount.point.toString().substring(1));
    Path below = own.startsWith(mount.top) ? mount.top.relativize(own) : Path.of("");
    Path folder = top.resolve(below).normalize();
    List<ControlGroup> groups = new ArrayList<>();
    while (folder.startsWith(top)) {
      groups.add(new ControlGroup(folder));
      folder = folder.getParent();
    }
    return groups;
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(root.resolve(file));
    } catch (IOException e) {
      return List.of();
    }
  }
}
