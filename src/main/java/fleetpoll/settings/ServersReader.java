package fleetpoll.settings;

import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the servers that there are to start. */
record ServersReader(ProgramReader reader, Problems problems) {

  /** By name; empty is one with which something is wrong. */
  Map<String, Optional<ServerProgram>> read(Setting targets) {
    if (targets.names().isEmpty()) {
      problems.add(targets, "must be an object: { mine { command = [./server, \"#{port}\"] } }");
    }
    Map<String, Optional<ServerProgram>> servers = new LinkedHashMap<>();
    for (String name : targets.names().orElse(List.of())) {
      Setting entry = targets.child(name).orElseThrow();
      checkName(name, entry);
      servers.put(name, reader.read(name, entry));
    }
    return servers;
  }

  private void checkName(String name, Setting entry) {
    try {
      TextPattern.NAME.apply(name);
    } catch (IllegalArgumentException e) {
      problems.add(entry.key(), entry.origin(), "the name " + e.getMessage());
    }
    if (name.equals(TargetSettings.Embedded.NAME)) {
      problems.add(entry.key(), entry.origin(), "the name is taken; choose another");
    }
  }
}
