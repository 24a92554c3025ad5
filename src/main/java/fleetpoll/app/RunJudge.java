package fleetpoll.app;

import fleetpoll.compare.Baseline;
import fleetpoll.judge.DeviceCounts;
import fleetpoll.judge.Evidence;
import fleetpoll.judge.Judge;
import fleetpoll.record.FleetRecorder;
import fleetpoll.run.Event;
import fleetpoll.run.Latency;
import fleetpoll.run.Run;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.ServiceLevel;
import fleetpoll.text.Reason;
import fleetpoll.watch.Happening;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Gives this process's run its verdict.
 *
 * @param baseline an earlier run, if the settings name one
 * @param memory makes a run invalid that was ended for want of it
 */
record RunJudge(
    FleetSettings settings,
    FleetRecorder recorder,
    Optional<Baseline> baseline,
    MemoryGuard memory) {

  /**
   * What speaks against the baseline, as events of the beginning of the measured window, and what
   * speaks against the run.
   */
  List<Happening> happenings() {
    return Stream.concat(ofBaseline().stream(), memory.happenings().stream()).toList();
  }

  private List<Happening> ofBaseline() {
    return baseline.map(Baseline::cautions).orElse(List.of()).stream()
        .map(text -> new Happening(recorder.windowStartNanos(), Event.OF_BASELINE, text))
        .toList();
  }

  /**
   * The same run with its verdict. If a rule throws, whatever it is, the run has no verdict but
   * keeps its record.
   */
  Run judge(Run run) {
    return judge(
        run,
        () ->
            Evidence.of(run, Latency.of(recorder.lateness()), DeviceCounts.of(settings, recorder)));
  }

  /** The same run with the verdict that this evidence gives, likewise. */
  Run judge(Run run, Supplier<Evidence> about) {
    try {
      Evidence evidence = about.get();
      List<ServiceLevel> further = baseline.map(Baseline::levels).orElse(List.of());
      return memory.judged(run.withVerdict(Judge.judge(settings.verdict(), evidence, further)));
    } catch (Throwable e) {
      System.err.println("The run could not be judged: " + Reason.of(e));
      return run;
    }
  }
}
