package fleetpoll.simulation;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import fleetpoll.app.FleetRun;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;

/**
 * Each virtual user logs in by Gatling's own DSL before it becomes a device. With {@code session =
 * [token]} the endpoints may contain {@code #{token}}.
 */
public class DevicePollAfterLoginSimulation extends Simulation {

  private final FleetRun fleet = FleetRun.prepare(getClass());

  private final ChainBuilder login =
      exec(
          http("first login")
              .post("/login")
              .header("X-Device", "#{device}")
              .body(StringBody("{\"id\": \"#{device}\"}"))
              .asJson()
              .check(jsonPath("$.access_token").saveAs("token")));

  /** The fleet that the settings describe. */
  public DevicePollAfterLoginSimulation() {
    setUp(
            scenario("devices")
                .exec(fleet.identity())
                .exec(login)
                .exec(fleet.polls())
                .injectOpen(atOnceUsers(fleet.devices())))
        .protocols(http.baseUrl(fleet.target()));
  }

  @Override
  public void before() {
    fleet.begin();
  }

  @Override
  public void after() {
    fleet.end();
  }
}
