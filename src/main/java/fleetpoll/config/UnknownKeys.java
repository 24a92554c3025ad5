package fleetpoll.config;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds keys that nobody reads: in a file every one, on the command line, where other programs have
 * their properties too, those that look like a parameter of ours: one slip in three letters, and at
 * most two.
 *
 * @param known the keys that there are
 */
public record UnknownKeys(KnownKeys known, Problems problems) {

  private static final int MOST_SLIPS = 2;
  private static final int LETTERS_PER_SLIP = 3;

  /** Every key of an object of a list or a map, whose keys are no parameters of their own. */
  public static void check(Setting object, Set<String> known, Problems problems) {
    for (String name : object.names().orElseThrow()) {
      if (!known.contains(name)) {
        Setting unknown = object.child(name).orElseThrow();
        problems.add(unknown.key(), unknown.origin(), didYouMean(NearestKey.to(name, known)));
      }
    }
  }

  /** Every key of the files and the command line. */
  public void check(Layers layers) {
    checkObject(Setting.ofFile("", layers.files()));
    checkCommandLine(layers.commandLine().keySet());
  }

  private void checkObject(Setting object) {
    for (String name : object.names().orElseThrow()) {
      Setting child = object.child(name).orElseThrow();
      String key = child.key();
      if (known.roots().contains(key)) {
        checkRoot(child);
      } else if (key.equals(Layers.PROFILE)) {
        problems.add(key, child.origin(), "not for a file; give it as -Dprofile=smoke");
      } else if (!known.contains(key) && !problems.concern(key)) {
        problems.add(key, child.origin(), didYouMean(NearestKey.to(key, known.keysAndRoots())));
      }
    }
  }

  private void checkRoot(Setting root) {
    if (root.names().isPresent()) {
      checkObject(root);
    } else {
      problems.add(root, "must be an object such as " + root.key() + " { name = value }");
    }
  }

  private void checkCommandLine(Set<String> names) {
    for (String name : new TreeSet<>(names)) {
      if (name.equals(Layers.ENDPOINTS) || name.matches("endpoints[.\\[].*")) {
        addEndpoints(name);
      } else if (name.equals(Layers.TARGETS)) {
        problems.add(name, "-D" + name, didYouMean("target"));
      } else if (name.startsWith(Layers.TARGETS + ".")) {
        addOnlyInFiles(name, Layers.TARGETS);
      } else if (!known.contains(name) && !name.equals(Layers.PROFILE) && !problems.concern(name)) {
        checkUnknown(name);
      }
    }
  }

  private void checkUnknown(String name) {
    int dot = name.indexOf('.');
    if (dot >= 0 && known.roots().contains(name.substring(0, dot))) {
      problems.add(name, "-D" + name, didYouMean(NearestKey.to(name, known.keys())));
      return;
    }
    meant(name).stream()
        .findFirst()
        .ifPresent(
            key -> {
              if (key.equals(Layers.ENDPOINTS)) {
                addEndpoints(name);
              } else {
                problems.add(name, "-D" + name, didYouMean(key));
              }
            });
  }

  private List<String> meant(String name) {
    return Stream.concat(known.keys().stream(), Stream.of(Layers.PROFILE))
        .filter(key -> slips(name, key) <= likelySlips(key))
        .sorted(Comparator.comparingInt(key -> slips(name, key)))
        .toList();
  }

  /** In a short key two slips are another word: {@code name} is no {@code ramp}. */
  private static int likelySlips(String key) {
    return Math.min(MOST_SLIPS, key.length() / LETTERS_PER_SLIP);
  }

  // Case counts, or Maven's pomFile would be a slip of profile; all in capitals is a slip of its
  // own.
  private static int slips(String name, String key) {
    return name.equalsIgnoreCase(key) ? 1 : DamerauDistance.between(name, key);
  }

  private void addEndpoints(String name) {
    addOnlyInFiles(name, Layers.ENDPOINTS);
  }

  private void addOnlyInFiles(String name, String what) {
    problems.add(
        name,
        "-D" + name,
        what
            + " are not for the command line; write them into a profile and give"
            + " -Dprofile=./my-fleet.conf");
  }

  static String didYouMean(String key) {
    return "unknown; did you mean " + key + "?";
  }
}
