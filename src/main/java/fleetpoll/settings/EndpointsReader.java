package fleetpoll.settings;

import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the list of endpoints. */
final class EndpointsReader {

  private static final int MOST = 100;

  private final EndpointReader reader;
  private final MixRule mix;
  private final Problems problems;
  private final Map<String, String> namedAt = new HashMap<>();

  EndpointsReader(EndpointReader reader, MixRule mix, Problems problems) {
    this.reader = reader;
    this.mix = mix;
    this.problems = problems;
  }

  /** Those that are right; all of them, unless there are problems. */
  List<EndpointSettings> read(Setting endpoints) {
    Optional<List<Setting>> items = endpoints.items();
    if (items.isEmpty()) {
      problems.add(endpoints, "must be a list: [ { name = A, path = /hello } ]");
      return List.of();
    }
    int count = items.get().size();
    if (count < 1 || count > MOST) {
      problems.add(
          endpoints.key(), endpoints.origin(), "must be 1 to " + MOST + " endpoints, not " + count);
    }
    List<EndpointSettings> read = new ArrayList<>();
    for (int i = 0; i < Math.min(count, MOST); i++) {
      Setting item = items.get().get(i);
      checkUnique(item);
      reader.read(item, mix.share(i)).ifPresent(read::add);
    }
    return List.copyOf(read);
  }

  private void checkUnique(Setting endpoint) {
    Optional<Setting> name = endpoint.child("name");
    name.flatMap(Setting::text)
        .map(text -> namedAt.putIfAbsent(text.toLowerCase(Locale.ROOT), endpoint.key()))
        .ifPresent(
            first ->
                problems.add(
                    name.get(), "must differ from the name of " + first + " in more than case"));
  }
}
