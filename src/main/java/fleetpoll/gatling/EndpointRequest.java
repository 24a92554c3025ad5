package fleetpoll.gatling;

import fleetpoll.record.Outcome;
import fleetpoll.settings.EndpointSettings;
import io.gatling.commons.util.Clock;
import io.gatling.commons.validation.Validation;
import io.gatling.core.CoreComponents;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.cache.SslContextSupport;
import io.gatling.http.client.HttpListener;
import io.gatling.http.engine.response.RootSessionProcessor;
import io.gatling.http.engine.response.SessionProcessor;
import io.gatling.http.engine.tx.HttpTx;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.protocol.HttpProtocol$;
import io.gatling.http.request.HttpRequest;
import io.gatling.http.request.HttpRequestDef;
import io.gatling.http.request.builder.HttpRequestBuilder;
import io.gatling.http.response.Response;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.nio.charset.Charset;
import java.util.OptionalLong;

/** One endpoint's request in Gatling's HTTP engine: its definition and its execution. */
final class EndpointRequest {

  private final EndpointSettings endpoint;
  private final HttpRequestDef definition;
  private final HttpComponents http;
  private final CoreComponents core;

  EndpointRequest(
      EndpointSettings endpoint, HttpRequestActionBuilder request, ScenarioContext context) {
    this.endpoint = endpoint;
    this.core = context.coreComponents();
    this.http =
        context.protocolComponentsRegistry().components(HttpProtocol$.MODULE$.HttpProtocolKey());
    this.definition =
        ((HttpRequestBuilder) request.asScala())
            .build(http.httpCaches(), http.httpProtocol(), false, core.configuration());
  }

  /** The request for this device, or why its expressions cannot be resolved. */
  Validation<HttpRequest> build(Session session) {
    return definition.build(session);
  }

  void execute(HttpTx tx, HttpListener listener) {
    Session session = tx.session();
    http.httpEngine()
        .executeRequest(
            tx.request().clientRequest(),
            session.userId(),
            false,
            session.eventLoop(),
            listener,
            SslContextSupport.sslContexts(session));
  }

  /** Which check an answer has failed. */
  Outcome outcomeOf(Response response) {
    int status = response.status().code();
    if (!endpoint.answer().statuses().contains(status)) {
      return Outcome.status(status);
    }
    OptionalLong bytes = endpoint.answer().bytes();
    boolean wrongLength = bytes.isPresent() && response.body().length() != bytes.getAsLong();
    return wrongLength ? Outcome.LENGTH : Outcome.OTHER;
  }

  SessionProcessor sessionProcessor(HttpTx tx) {
    return new RootSessionProcessor(
        tx.silent(),
        tx.request().clientRequest(),
        tx.request().requestConfig().checks(),
        http.httpCaches(),
        http.httpProtocol());
  }

  Clock clock() {
    return core.clock();
  }

  Charset charset() {
    return core.configuration().core().charset();
  }

  String name() {
    return endpoint.name();
  }
}
