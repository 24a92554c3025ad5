package fleetpoll.benchmark;

import fleetpoll.record.FleetRecorder;
import fleetpoll.record.PolledFleet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures what recording costs per poll, with the generator's JVM flags: the tick's cursor, the
 * device's histograms and bins, the fleet's timeline and its settling.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 2,
    jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms192m", "-Xmn32m", "-Xmx1G"})
@Warmup(iterations = 3)
@Measurement(iterations = 10)
public class RecordingBenchmark {

  private static final int DEVICES = 500;

  private PolledFleet fleet;

  /** A record can be filled only once. */
  @Setup(Level.Invocation)
  public void newFleet() {
    fleet = new PolledFleet(DEVICES);
  }

  /** Ten minutes of 500 devices; the benchmark's figure is per poll. */
  @Benchmark
  @OperationsPerInvocation(DEVICES * PolledFleet.POLLS_PER_DEVICE)
  public FleetRecorder poll() {
    return fleet.poll();
  }
}
