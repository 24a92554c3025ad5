package fleetpoll.settings;

import java.time.Duration;
import java.util.List;

/**
 * How the cells of a concurrency study are run, each in a process of its own.
 *
 * @param limit a cell that the model predicts to take longer is predicted only
 * @param timeout after which a cell is ended
 * @param jvmArgs flags of the cells' JVMs
 * @param python the interpreter of the Python clients, a command or a path
 */
public record CellSettings(Duration limit, Duration timeout, List<String> jvmArgs, String python) {

  public CellSettings {
    jvmArgs = List.copyOf(jvmArgs);
  }
}
