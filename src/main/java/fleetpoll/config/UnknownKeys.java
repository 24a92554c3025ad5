package fleetpoll.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds keys that nobody reads. In a file it finds every one. On the command line, which also
 * contains other programs' properties, it finds those that look like a parameter of ours: a group
 * of keys, what is below a key, the end of a key after one of its dots, or one slip in three
 * letters, and at most two.
 *
 * @param known all keys
 * @param groups theirs
 */
record UnknownKeys(Keys known, Groups groups, Layers layers, Problems problems) {

  private static final int MOST_SLIPS = 2;
  private static final int LETTERS_PER_SLIP = 3;
  private static final int MOST_MEANT = 3;

  /** Ends of keys that are also whole names: of other programs, and of a study for a fleet. */
  private static final Set<String> OF_OTHERS =
      Set.of("host", "key", "port", "verify", "status", "version");

  /** A group whose name alone on the command line may well be another program's. */
  private static final String GROUP_OF_OTHERS = "client";

  /** Every key of the files and the command line. */
  void check() {
    checkObject(Setting.ofFile("", layers.files()));
    checkCommandLine(layers.commandLine().keySet());
  }

  private void checkObject(Setting object) {
    for (Setting child : object.children().values()) {
      String key = child.key();
      if (groups.contains(key)) {
        checkGroup(child);
      } else if (key.equals(Layers.PROFILE)) {
        problems.add(
            key, child.origin(), "not for a file; give it as -Dprofile=" + layers.of().aProfile());
      } else if (!known.contains(key) && known.foreign(key).isEmpty() && !problems.concern(key)) {
        problems.add(key, child.origin(), didYouMean(NearestKey.to(key, namesAndGroups())));
      }
    }
  }

  private void checkGroup(Setting group) {
    if (group.isObject()) {
      checkObject(group);
    } else {
      problems.add(group, "must be an object such as " + group.key() + " { name = value }");
    }
  }

  private void checkCommandLine(Set<String> names) {
    for (String name : new TreeSet<>(names)) {
      Optional<String> onlyInFiles = onlyInFiles(name);
      Optional<Keys.Foreign> foreign = known.foreign(name);
      if (foreign.isPresent()) {
        add(name, foreign.get().belongsTo());
      } else if (onlyInFiles.isPresent()) {
        checkOnlyInFiles(name, onlyInFiles.get());
      } else if (!known.contains(name) && !name.equals(Layers.PROFILE) && !problems.concern(name)) {
        checkUnknown(name);
      }
    }
  }

  /** Refuses a key that only files may contain, unless it is a slip of another key. */
  private void checkOnlyInFiles(String name, String key) {
    Optional<String> other =
        meant(name).stream().filter(meant -> onlyInFiles(meant).isEmpty()).findFirst();
    add(name, name.equals(key) && other.isPresent() ? didYouMean(other.get()) : notHere(key));
  }

  private void checkUnknown(String name) {
    int dot = name.indexOf('.');
    if (groups.contains(name)) {
      checkGroupWithValue(name);
    } else if (dot >= 0 && groups.contains(name.substring(0, dot))) {
      add(name, didYouMean(NearestKey.to(name, known.names())));
    } else {
      oneOf(keysAbove(name))
          .or(() -> oneOf(withEnd(name)))
          .or(() -> slip(name))
          .or(() -> oneOf(ofAlikeGroup(name)))
          .ifPresent(wrong -> add(name, wrong));
    }
  }

  // A group without its keys would be a run without its storm, or as if it were no shard.
  private void checkGroupWithValue(String name) {
    if (!name.equals(GROUP_OF_OTHERS)) {
      String value = layers.commandLine().get(name);
      problems.add(Setting.ofCommandLine(name, value), groups.described(name));
    }
  }

  /** Says that one of the first of these keys is meant; empty if there are none. */
  private static Optional<String> oneOf(Stream<String> keys) {
    return keys.limit(MOST_MEANT)
        .reduce((left, right) -> left + " or " + right)
        .map(UnknownKeys::didYouMean);
  }

  private Optional<String> slip(String name) {
    return meant(name).stream()
        .findFirst()
        .map(key -> onlyInFiles(key).isPresent() ? notHere(key) : didYouMean(key));
  }

  /** The key below which this name is, such as {@code devices} for {@code devices.count}. */
  private Stream<String> keysAbove(String name) {
    return known.names().stream().filter(key -> Keys.isWithin(name, key));
  }

  /** The keys that end with this name, such as {@code compare.rounds} for {@code rounds}. */
  private Stream<String> withEnd(String name) {
    String end = "." + name.toLowerCase(Locale.ROOT);
    boolean isWhole = known.names().stream().anyMatch(name::equalsIgnoreCase);
    return isWhole || OF_OTHERS.contains(name)
        ? Stream.empty()
        : known.names().stream().filter(key -> key.endsWith(end));
  }

  /** The keys of a group, such as {@code shard.count} for {@code shards}. */
  private Stream<String> ofAlikeGroup(String name) {
    return groups.alike(name).filter(group -> !group.equals(GROUP_OF_OTHERS)).stream()
        .flatMap(group -> groups.keys().get(group).stream());
  }

  /** The key only of files that this is, or that contains it. */
  private Optional<String> onlyInFiles(String name) {
    return known.all().stream()
        .filter(Key::isOnlyInFiles)
        .map(Key::name)
        .filter(key -> key.equals(name) || Keys.isWithin(name, key))
        .findFirst();
  }

  /** The names and groups that a file may contain. */
  private List<String> namesAndGroups() {
    return Stream.concat(known.names().stream(), groups.names().stream()).toList();
  }

  private List<String> meant(String name) {
    return Stream.concat(known.names().stream(), Stream.of(Layers.PROFILE))
        .filter(key -> !OF_OTHERS.contains(name))
        .filter(key -> slips(name, key) <= likelySlips(key))
        .sorted(Comparator.comparingInt(key -> slips(name, key)))
        .toList();
  }

  /**
   * How many slips are likely. In a short key, two slips make another word: {@code name} is not
   * {@code ramp}.
   */
  private static int likelySlips(String key) {
    return Math.min(MOST_SLIPS, key.length() / LETTERS_PER_SLIP);
  }

  // Case counts, or Maven's pomFile would be a slip of profile. A key in other case is one slip
  // away.
  private static int slips(String name, String key) {
    return name.equalsIgnoreCase(key) ? 1 : DamerauDistance.between(name, key);
  }

  private String notHere(String key) {
    return key
        + " cannot be on the command line: write it into a profile and give -Dprofile="
        + layers.of().aFile();
  }

  private void add(String name, String wrong) {
    problems.add(name, "-D" + name, wrong);
  }

  static String didYouMean(String key) {
    return "unknown; did you mean " + key + "?";
  }
}
