package fleetpoll.gatling;

import static io.gatling.javaapi.core.CoreDsl.bodyLength;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import fleetpoll.client.CellTask;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.Share;
import fleetpoll.settings.answer.AnswerSettings;
import fleetpoll.settings.answer.Statuses;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A step of a scenario: a virtual user sends requests until none is left. */
final class CellAction extends Step {

  /** Session attribute that holds the index of the request. */
  static final String INDEX = "i";

  private static final String NAME = "request";

  private final CellLoad load;
  private final Action next;
  private final EndpointRequest request;
  private final EndpointRequest warmUp;
  private final StatsBatches batches;

  CellAction(CellLoad load, ScenarioContext context, Action next) {
    super("requests of a cell");
    this.load = load;
    this.next = next;
    CellTask task = load.task();
    EndpointSettings endpoint =
        new EndpointSettings(
            NAME,
            "GET",
            "/",
            Map.of(),
            Map.of(),
            Optional.empty(),
            new AnswerSettings(Statuses.of(List.of(task.status())), task.lengthBytes()),
            Share.EVERY_TICK);
    request = new EndpointRequest(endpoint, get(task, task.url() + "#{" + INDEX + "}"), context);
    warmUp =
        new EndpointRequest(
            endpoint,
            get(task, task.warmUpUrl()).header(CellTask.WARM_UP_HEADER, "1").silent(),
            context);
    batches = new StatsBatches(context.coreComponents().statsEngine());
  }

  private static HttpRequestActionBuilder get(CellTask task, String url) {
    HttpRequestActionBuilder get =
        http(NAME)
            .get(url)
            .header(CellTask.CELL_HEADER, task.cell())
            .requestTimeout(task.timeout())
            .check(status().is(task.status()));
    return task.lengthBytes().isPresent()
        ? get.check(bodyLength().is(Math.toIntExact(task.lengthBytes().getAsLong())))
        : get;
  }

  @Override
  public void execute(Session session) {
    load.arrive(
        new CellUser(
            load, request, warmUp, session, batches.of(session.eventLoop(), session), next));
  }
}
