package fleetpoll.settings;

import fleetpoll.config.Checked;
import fleetpoll.config.HttpUrl;
import fleetpoll.config.NearestKey;
import fleetpoll.config.Parameter;
import fleetpoll.config.Placeholders;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import fleetpoll.text.Authority;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks the parameter {@code target}, whose names are each {@code embedded}, a URL or one of the
 * servers to start.
 *
 * @param programs the servers to start, by name
 */
record Targets(Checked fleet, Map<String, Checked> programs, Path workingDirectory) {

  private static final String THIS_MACHINE = "localhost";

  static Targets check(Checked fleet, Path workingDirectory, Problems problems) {
    Targets targets = new Targets(fleet, new LinkedHashMap<>(), workingDirectory);
    fleet.find(FleetKeys.TARGETS).ifPresent(entries -> targets.checkEntries(entries, problems));
    fleet.findWritten(FleetKeys.TARGET).ifPresent(names -> targets.checkNames(names, problems));
    return targets;
  }

  private void checkEntries(Setting entries, Problems problems) {
    if (!entries.isObject()) {
      problems.add(entries, "must be an object: { mine { command = [./server, \"#{port}\"] } }");
    }
    entries.children().forEach((name, entry) -> checkEntry(name, entry, problems));
  }

  private void checkEntry(String name, Setting entry, Problems problems) {
    entry.checkName(name, TextPattern.NAME, problems);
    if (name.equals(TargetSettings.Embedded.NAME)) {
      problems.add(entry.key(), entry.origin(), "the name is taken; choose another");
    }
    programs.put(name, ProgramKeys.check(entry, problems));
  }

  /** Refuses names that occur twice: stored runs could not be told apart. */
  private void checkNames(Setting written, Problems problems) {
    written.each().forEach(name -> name.as(this::checked, problems));
    Set<String> seen = new HashSet<>();
    List<String> names = fleet.get(FleetKeys.TARGET);
    names.stream()
        .filter(name -> !seen.add(name))
        .distinct()
        .forEach(twice -> problems.add(written, "names " + problems.shown(twice) + " twice"));
    if (names.isEmpty() && !problems.concern(FleetKeys.TARGET.name())) {
      problems.add(written, "must name a server");
    }
  }

  private String checked(String name) {
    if (name.equals(TargetSettings.Embedded.NAME)) {
      return name;
    }
    if (programs.containsKey(name)) {
      programs
          .get(name)
          .find(ProgramKeys.FOLDER)
          .or(() -> fleet.find(FleetKeys.STARTED_FOLDER))
          .ifPresent(folder -> checkFolder(name, folder));
    } else if (url(name).isEmpty()) {
      throw notAllowed(name);
    }
    return name;
  }

  private void checkFolder(String name, String written) {
    Path folder = folder(name, written);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "needs the folder %s, which is not there; targets.%s.folder can be another"
              .formatted(folder, name));
    }
  }

  private Path folder(String name, String written) {
    return workingDirectory.resolve(Placeholders.fill(written, ProgramKeys.TARGET, name));
  }

  private static Optional<URI> url(String text) {
    return HttpUrl.of(text)
        .filter(url -> url.getRawQuery() == null && url.getRawFragment() == null);
  }

  private IllegalArgumentException notAllowed(String text) {
    Set<String> names = new TreeSet<>(programs.keySet());
    String started = String.join(", ", names);
    names.add(TargetSettings.Embedded.NAME);
    return new IllegalArgumentException(
        ("must be embedded, a server to start (%s) or a URL such as http://127.0.0.1:8000: http or"
                + " https, a host, a port from 1 to 65535 if any, no user, query or fragment%s")
            .formatted(
                started,
                NearestKey.slipOf(text, names)
                    .map(name -> "; did you mean " + name + "?")
                    .orElse("")));
  }

  /** The entries of the targets as they are in force, of those that are servers to start. */
  List<Parameter> inForce() {
    Setting entries = fleet.written(FleetKeys.TARGETS);
    return fleet.get(FleetKeys.TARGET).stream()
        .flatMap(name -> entries.child(name).stream())
        .map(entry -> new Parameter(entry.key(), entry.written(), entry.origin()).meaning(entry))
        .toList();
  }

  /**
   * Whether all servers are surely on one machine: their URLs name one host, and what Fleetpoll
   * starts is on its own. No name is looked up, so two names of one host count as two.
   */
  boolean areOnOneHost() {
    return fleet.find(FleetKeys.TARGET).orElse(List.of()).stream()
            .map(name -> url(name).flatMap(Authority::of).map(Authority::host).orElse(THIS_MACHINE))
            .map(host -> isThisMachine(host) ? THIS_MACHINE : host.toLowerCase(Locale.ROOT))
            .distinct()
            .count()
        <= 1;
  }

  private static boolean isThisMachine(String host) {
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(host);
    try {
      return address == null
          ? host.equalsIgnoreCase(THIS_MACHINE)
          : address.isLoopbackAddress()
              || address.isAnyLocalAddress()
              || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }

  /** The settings of the first target; call it only if there are no problems. */
  TargetSettings settings() {
    String name = fleet.get(FleetKeys.TARGET).get(0);
    if (programs.containsKey(name)) {
      return new TargetSettings.Started(name, program(name));
    }
    return name.equals(TargetSettings.Embedded.NAME)
        ? new TargetSettings.Embedded()
        : new TargetSettings.Running(URI.create(name.replaceFirst("/+$", "")));
  }

  private ServerProgram program(String name) {
    Checked own = programs.get(name);
    return new ServerProgram(
        own.get(ProgramKeys.COMMAND),
        own.find(ProgramKeys.VERSIONS).orElse(List.of()),
        folder(name, own.find(ProgramKeys.FOLDER).orElse(fleet.get(FleetKeys.STARTED_FOLDER))),
        own.find(ProgramKeys.READY).orElse(fleet.get(FleetKeys.STARTED_READY)),
        own.find(ProgramKeys.READY_WITHIN).orElse(fleet.get(FleetKeys.STARTED_READY_WITHIN)),
        own.find(ProgramKeys.STOP_WITHIN).orElse(fleet.get(FleetKeys.STARTED_STOP_WITHIN)),
        own.find(ProgramKeys.INSTALL));
  }
}
