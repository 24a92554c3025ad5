package fleetpoll.app;

import fleetpoll.compare.Baseline;
import fleetpoll.compare.BaselineFolder;
import fleetpoll.gatling.GatlingRelease;
import fleetpoll.run.Versions;
import fleetpoll.server.Target;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.InvalidSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the baseline of this process's run. */
final class EarlierRun {

  private EarlierRun() {}

  /**
   * The baseline that the settings name, if any.
   *
   * @throws InvalidSettings if it is refused
   */
  static Optional<Baseline> read(FleetSettings settings) {
    return BaselineFolder.read(settings, () -> Versions.ofThisProcess(GatlingRelease.version()));
  }

  /**
   * The same with what only the running server shows. Prints what differs, if it is forced.
   *
   * @throws InvalidSettings if it is refused; the server is then stopped
   */
  static Baseline alike(
      Baseline baseline, FleetSettings settings, Target target, FleetWatch watch) {
    try {
      Baseline alike = BaselineFolder.with(watch.finding(), baseline, settings);
      alike.cautions().forEach(caution -> System.out.println("CAUTION: " + caution));
      return alike;
    } catch (InvalidSettings e) {
      target.close();
      target.log().map(Path::toFile).ifPresent(File::delete);
      throw e;
    }
  }
}
