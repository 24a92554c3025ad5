package fleetpoll.benchmark;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyLength;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The loop of the study's client async, written with Gatling alone and without our code: the
 * yardstick for that client. {@code -Dbare.url=http://127.0.0.1:8000/delay?min=0&max=0&seed=1&i=
 * -Dbare.requests=1000000 -Dbare.limit=1000}.
 */
public final class BareLoopSimulation extends Simulation {

  private final long requests = Long.getLong("bare.requests");
  private final String url = System.getProperty("bare.url");
  private final AtomicLong tickets = new AtomicLong();
  private final AtomicLong next = new AtomicLong();
  private volatile long firstNanos;

  /** As many virtual users as may be in flight share the requests. */
  public BareLoopSimulation() {
    setUp(
            scenario("bare")
                .asLongAs(session -> tickets.getAndIncrement() < requests)
                .on(
                    exec(
                        http("request")
                            .get(session -> url(next.getAndIncrement()))
                            .check(status().is(200), bodyLength().is(100))))
                .injectOpen(atOnceUsers(Integer.getInteger("bare.limit"))))
        .protocols(http.disableAutoReferer().disableCaching().disableFollowRedirect());
  }

  private String url(long index) {
    if (index == 0) {
      firstNanos = System.nanoTime();
    }
    return url + index;
  }

  @Override
  public void after() {
    System.out.printf("bare loop: %.3f s%n", (System.nanoTime() - firstNanos) / 1e9);
  }
}
