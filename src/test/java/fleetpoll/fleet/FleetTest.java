package fleetpoll.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.record.EndpointSummary;
import fleetpoll.record.FleetRecorder;
import fleetpoll.schedule.MissedCause;
import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.TargetServer;
import fleetpoll.stall.Stalls;
import fleetpoll.watch.Happening;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole fleets on one event loop, against a server in this process. */
@Timeout(60)
class FleetTest {

  private static final int DEVICES = 3;
  private static final String[] SHORT = {
    "devices=3", "interval=100", "duration=1s", "warm-up=200ms", "mix=1:1", "timeout=5s"
  };
  private static final String[] LONG = {
    "devices=3", "interval=50", "duration=1h", "warm-up=0s", "mix=1:1", "timeout=1h"
  };

  private TargetServer server;

  @BeforeEach
  void start() throws IOException {
    server = TargetServer.start(0, 1, Behavior.PLAIN);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Notes what it hears. */
  private static final class Witness implements Companion {
    private int begun;
    private int finished;

    @Override
    public void begin(FleetClock clock, FleetRecorder recorder, long endNanos) {
      begun++;
    }

    @Override
    public void finish() {
      finished++;
    }
  }

  private Players players(Players.Conduct conduct, String[] properties, Companion... companions) {
    return new Players(conduct, server.uri(), properties, companions);
  }

  @Test
  void recordServerAndVirtualUsersCountTheSame() throws Exception {
    Witness witness = new Witness();
    try (Players players = players(new Players.Conduct(), SHORT, witness)) {
      Fleet fleet = players.arrive().awaitGone().fleet();

      Counts counts = Counts.of(server.uri());
      assertThat(counts.measured().requestsByDevice())
          .isEqualTo(
              Map.of(
                  "device-0001", sent(fleet, 0),
                  "device-0002", sent(fleet, 1),
                  "device-0003", sent(fleet, 2)));
      assertThat(counts.warmUp().requestsByDevice()).hasSize(DEVICES);
      assertThat(counts.measured().connectionsByDevice().values()).containsOnly(1L);
      assertThat(ok(fleet)).isEqualTo(60 - missed(fleet)).isPositive();
      assertThat(players.ok).hasValue((int) ok(fleet));
      assertThat(players.ko).hasValue(0);
      assertThat(players.flushes).hasValue(DEVICES);
      assertBalanced(fleet);
      assertThat(fleet.leftCount()).isEqualTo(DEVICES);
      assertThat(fleet.endNanos()).isBetween(1_100_000_000L, 5_000_000_000L);
      assertThat(faults(fleet)).isEmpty();
      assertThat(witness.begun).isEqualTo(1);
      assertThat(witness.finished).isEqualTo(1);
    }
  }

  @Test
  void aFleetStartsAtTheInstantThatItIsGiven() throws Exception {
    Instant startAt = Instant.now().plusMillis(3_000);
    try (Players players = players(new Players.Conduct(), startingAt(startAt))) {
      Fleet fleet = players.arrive().awaitGone().fleet();

      assertThat(fleet.clock().orElseThrow().origin()).isEqualTo(startAt.minusMillis(200));
      assertThat(Instant.now()).isAfter(startAt.plusMillis(900));
      assertThat(fleet.recorder().start().lateNanos()).hasValue(0);
      assertThat(fleet.recorder().ticks()).isEqualTo(30);
      assertBalanced(fleet);
    }
  }

  @Test
  void aFleetThatIsReadyTooLateMissesTicksAndShiftsNone() throws Exception {
    Instant startAt = Instant.now().minusMillis(300);
    try (Players players = players(new Players.Conduct(), startingAt(startAt))) {
      Fleet fleet = players.arrive().awaitGone().fleet();

      assertThat(fleet.clock().orElseThrow().origin()).isEqualTo(startAt.minusMillis(200));
      assertThat(fleet.recorder().start().lateNanos().orElseThrow()).isGreaterThan(500_000_000L);
      assertThat(fleet.recorder().ticks()).isEqualTo(30);
      assertThat(missed(fleet)).isGreaterThanOrEqualTo(3 * 2 * 2);
      assertBalanced(fleet);
    }
  }

  @Test
  void aFleetThatIsInterruptedWhileItWaitsNeverStarts() throws Exception {
    String[] later = startingAt(Instant.now().plusSeconds(3_600));
    try (Players players = players(new Players.Conduct(), later)) {
      players.arrive();
      players.fleet().interrupt();

      Fleet fleet = players.awaitGone().fleet();
      assertThat(fleet.clock()).isEmpty();
      assertThat(fleet.recorder().ticks()).isZero();
      assertThat(fleet.recorder().start().lateNanos()).isEmpty();
    }
  }

  private static String[] startingAt(Instant startAt) {
    return Stream.concat(Stream.of(SHORT), Stream.of("start-at=" + startAt)).toArray(String[]::new);
  }

  @Test
  void offDutyDevicesHaveNoConnection() throws Exception {
    String[] onAndOff = {
      "devices=3",
      "interval=50",
      "duration=1700ms",
      "warm-up=0s",
      "phase=together",
      "duty.on=500ms",
      "duty.off=100ms"
    };
    try (Players players = players(new Players.Conduct(), onAndOff)) {
      Fleet fleet = players.arrive().awaitGone().fleet();

      Counts counts = Counts.of(server.uri());
      assertThat(counts.measured().connectionsByDevice().values())
          .as("one each time on duty, unless the machine slept through it")
          .allMatch(opened -> opened == 2 || opened == 3);
      assertThat(fleet.recorder().ticks()).isEqualTo(3 * 3 * 10);
      assertBalanced(fleet);
      assertThat(faults(fleet)).isEmpty();
    }
  }

  @Test
  void aFleetThatIsInterruptedBeforeAllAreThereNeverStarts() throws Exception {
    Witness witness = new Witness();
    try (Players players = players(new Players.Conduct(), SHORT, witness)) {
      players.arrive(0, 2);
      players.fleet().interrupt();
      players.fleet().interrupt();
      players.arrive(2, DEVICES).awaitGone();

      assertThat(players.fleet().clock()).isEmpty();
      assertThat(players.fleet().interruptedNanos()).hasValue(0L);
      assertThat(witness.begun).isZero();
      assertThat(Counts.of(server.uri()).measured().requestsByDevice()).isEmpty();
    }
  }

  @Test
  void anInterruptedFleetLeavesInOrder() throws Exception {
    Witness witness = new Witness();
    try (Players players = players(new Players.Conduct(), LONG, witness)) {
      Fleet fleet = players.arrive().awaitFirstRequest().fleet();
      fleet.interrupt();
      fleet.interrupt();
      players.awaitGone();

      assertThat(fleet.interruptedNanos()).hasValueSatisfying(at -> assertThat(at).isPositive());
      assertThat(fleet.leftCount()).isEqualTo(DEVICES);
      assertBalanced(fleet);
      assertThat(players.ok).hasValue((int) ok(fleet));
      assertThat(witness.finished).isEqualTo(1);
    }
  }

  @Test
  void anAbandonedFleetLeavesWhateverItWaitsFor() throws Exception {
    server.close();
    server = TargetServer.start(0, 1, Behavior.parse(List.of("*=stall:1/2")));
    Witness witness = new Witness();
    try (Players players = players(new Players.Conduct(), LONG, witness)) {
      Fleet fleet = players.arrive().awaitFirstRequest().fleet();
      fleet.abandon();
      fleet.abandon();
      players.awaitGone();

      assertThat(fleet.leftCount()).isEqualTo(DEVICES);
      assertThat(witness.finished).isEqualTo(1);
    }
  }

  /** The devices leave in a back-off, for which they account; more ticks come due after that. */
  @Test
  void aDeviceThatHasLeftPlansNothingMore() throws Exception {
    String[] away = {
      "devices=3", "interval=20", "duration=1h", "warm-up=0s", "storm.at=50ms", "storm.back-off=1h"
    };
    try (Players players = players(new Players.Conduct(), away)) {
      Fleet fleet = players.arrive().awaitFirstRequest().fleet();
      spinUntil(() -> fleet.recorder().storms().get(0).devices() == DEVICES);
      fleet.interrupt();
      players.awaitGone();
      long planned = fleet.recorder().ticks();
      long nextNanos = fleet.endNanos() + 20_000_000;
      spinUntil(() -> fleet.clock().orElseThrow().nowNanos() > nextNanos);

      fleet.abandon();
      CompletableFuture.runAsync(() -> {}, fleet.crews().get(0).loop()).join();

      assertThat(fleet.recorder().ticks()).isEqualTo(planned);
    }
  }

  private static void spinUntil(BooleanSupplier happened) {
    while (!happened.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aLogThatThrowsEndsNoDeviceAndTheRunSaysSo() throws Exception {
    Players.Conduct broken =
        new Players.Conduct() {
          @Override
          void requested() {
            throw new IllegalStateException("no log");
          }

          @Override
          void flushed() {
            throw new StackOverflowError();
          }
        };
    Witness witness = new Witness();
    try (Players players = players(broken, SHORT, witness)) {
      Fleet fleet = players.arrive().awaitGone().fleet();

      assertThat(ok(fleet)).isEqualTo(60 - missed(fleet)).isPositive();
      assertBalanced(fleet);
      assertThat(witness.finished).isEqualTo(1);
      assertThat(faults(fleet))
          .containsExactly(
              new Happening(
                  fleet.endNanos(),
                  "fault",
                  "Something of the generator's own broke "
                      + (ok(fleet) + DEVICES)
                      + " times, first: no log"));
    }
  }

  /**
   * The first answer holds the event loop up for longer than the time-out while the other devices
   * await theirs, which arrive meanwhile.
   */
  @Test
  void aStallOfTheGeneratorIsNoTimeoutOfTheServer() throws Exception {
    server.close();
    server = TargetServer.start(0, 1, Behavior.parse(List.of("*=latency:50ms")));
    AtomicBoolean holds = new AtomicBoolean(true);
    Players.Conduct slow =
        new Players.Conduct() {
          @Override
          void requested() {
            long begin = System.nanoTime();
            while (holds.get() && System.nanoTime() - begin < 1_500_000_000) {
              Thread.onSpinWait();
            }
            holds.set(false);
          }
        };
    String[] tight = {
      "devices=20", "interval=200", "duration=2s", "warm-up=0s", "phase=together", "timeout=1s"
    };
    try (Players players = players(slow, tight)) {
      Fleet fleet = players.arrive().awaitGone().fleet();

      assertThat(fleet.recorder().totals())
          .allSatisfy(total -> assertThat(total.errors()).isEmpty());
      assertThat(Stalls.of(fleet.recorder().eventLoops()).longestNanos(0, fleet.endNanos()))
          .isGreaterThan(1_400_000_000);
      assertThat(fleet.recorder().totals().get(0).missed().byCause().get(MissedCause.GENERATOR))
          .isGreaterThanOrEqualTo(20 * 3);
      assertThat(fleet.happenings())
          .extracting(Happening::text)
          .anyMatch(
              text -> text.matches("The generator stood still for [12][.].* s .event loop 1.."));
      assertBalanced(fleet);
    }
  }

  @Test
  void aVirtualUserGoesOnWhileOthersStillPoll() throws Exception {
    String[] ramp = {
      "devices=2", "interval=50", "duration=200ms", "ramp=1s", "warm-up=0s", "mix=1:1", "timeout=5s"
    };
    AtomicInteger requests = new AtomicInteger();
    int[] before = new int[2];
    Players.Conduct conduct =
        new Players.Conduct() {
          @Override
          void requested() {
            requests.incrementAndGet();
          }

          @Override
          void wentOn(int device) {
            before[device] = requests.get();
          }
        };
    try (Players players = players(conduct, ramp)) {
      players.arrive().awaitGone();

      assertThat(before[0]).isPositive().isLessThan(requests.get());
    }
  }

  @Test
  void aVirtualUserThatThrowsHoldsUpNoOther() throws Exception {
    Players.Conduct broken =
        new Players.Conduct() {
          @Override
          void wentOn(int device) {
            throw new IllegalStateException("user " + device);
          }
        };
    Witness witness = new Witness();
    try (Players players = players(broken, LONG, witness)) {
      Fleet fleet = players.arrive().awaitFirstRequest().fleet();
      fleet.interrupt();
      players.awaitGone();

      assertThat(fleet.leftCount()).isEqualTo(DEVICES);
      assertThat(witness.finished).isEqualTo(1);
    }
    try (Players players = players(broken, SHORT)) {
      players.arrive(0, 2).fleet().interrupt();
      assertThat(players.goneOn).containsExactly(1, 1, 0);
    }
  }

  @Test
  void aFleetThatCannotBePreparedNeverStarts() throws Exception {
    Players.Conduct broken =
        new Players.Conduct() {
          @Override
          RequestLog log(RequestLog log) {
            throw new IllegalStateException("no log to be had");
          }
        };
    try (Players players = players(broken, SHORT)) {
      Fleet fleet = players.arrive().awaitGone().fleet();

      assertThat(fleet.clock()).isEmpty();
      assertThat(faults(fleet))
          .extracting(Happening::text)
          .containsExactly(
              "Something of the generator's own broke 1 time, first:" + " no log to be had");
    }
  }

  @Test
  void aCompanionThatThrowsIsNoReasonNotToPoll() throws Exception {
    Witness witness = new Witness();
    Companion broken =
        new Companion() {
          @Override
          public void begin(FleetClock clock, FleetRecorder recorder, long endNanos) {
            throw new IllegalStateException("no company");
          }

          @Override
          public void finish() {
            throw new IllegalStateException("no end");
          }
        };
    try (Players players = players(new Players.Conduct(), SHORT, broken, witness)) {
      Fleet fleet = players.arrive().awaitGone().fleet();

      assertThat(ok(fleet)).isEqualTo(60 - missed(fleet)).isPositive();
      assertThat(witness.begun).isEqualTo(1);
      assertThat(witness.finished).isEqualTo(1);
      assertThat(faults(fleet))
          .extracting(Happening::text)
          .containsExactly(
              "Something of the generator's own broke 2 times, first:" + " no company");
    }
  }

  @Test
  void devicesConnectFromTheLocalAddressesInTurn() throws Exception {
    Map<String, Set<String>> from = new ConcurrentHashMap<>();
    HttpServer listening =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    listening.createContext(
        "/",
        exchange -> {
          String device = exchange.getRequestHeaders().getFirst("X-Device");
          String address = exchange.getRemoteAddress().getAddress().getHostAddress();
          from.computeIfAbsent(device, d -> new ConcurrentSkipListSet<>()).add(address);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    listening.start();
    String[] properties = {
      "devices=3",
      "interval=100",
      "duration=300ms",
      "warm-up=0s",
      "local-addresses=127.0.0.2,127.0.0.3"
    };
    URI target = URI.create("http://127.0.0.1:" + listening.getAddress().getPort());
    try (Players players = new Players(new Players.Conduct(), target, properties)) {
      players.arrive().awaitGone();
    } finally {
      listening.stop(0);
    }
    assertThat(from)
        .isEqualTo(
            Map.of(
                "device-0001", Set.of("127.0.0.2"),
                "device-0002", Set.of("127.0.0.3"),
                "device-0003", Set.of("127.0.0.2")));
  }

  /** A busy machine may stall any generator. */
  private static List<Happening> faults(Fleet fleet) {
    return fleet.happenings().stream().filter(each -> !each.kind().equals("stall")).toList();
  }

  private static long missed(Fleet fleet) {
    return fleet.recorder().totals().stream().mapToLong(total -> total.missed().total()).sum();
  }

  private static long sent(Fleet fleet, int device) {
    DeviceRecorder recorder = fleet.recorder().device(device);
    return IntStream.range(0, recorder.endpoints())
        .mapToObj(recorder::summarise)
        .mapToLong(EndpointSummary::sent)
        .sum();
  }

  private static long ok(Fleet fleet) {
    return fleet.recorder().totals().stream().mapToLong(EndpointSummary::ok).sum();
  }

  private static void assertBalanced(Fleet fleet) {
    for (DeviceRecorder device : fleet.recorder().devices()) {
      for (int endpoint = 0; endpoint < device.endpoints(); endpoint++) {
        assertThat(device.isBalanced(endpoint)).isTrue();
      }
    }
  }
}
