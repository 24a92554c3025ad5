package fleetpoll.settings;

/** What a service level limits. */
public enum LevelFigure {
  /** Polls answered as expected, per cent of those sent: at least. */
  SUCCESS("success"),
  /** Polls missed, per cent of those planned: at most. */
  MISSED("missed"),
  /** The server's mean processors in use: at most. */
  SERVER_CPU("server.cpu"),
  /** The server's peak resident bytes: at most. */
  SERVER_MEMORY("server.memory"),
  /** Milliseconds of an endpoint's successes from sent to the last byte, as all below: at most. */
  SERVICE_P50("p50"),
  SERVICE_P90("p90"),
  SERVICE_P95("p95"),
  SERVICE_P99("p99"),
  SERVICE_P999("p999"),
  SERVICE_MAX("max"),
  SERVICE_MEAN("mean"),
  /** Milliseconds from due to the last byte, as all below. */
  RESPONSE_P50("response.p50"),
  RESPONSE_P90("response.p90"),
  RESPONSE_P95("response.p95"),
  RESPONSE_P99("response.p99"),
  RESPONSE_P999("response.p999"),
  RESPONSE_MAX("response.max"),
  RESPONSE_MEAN("response.mean");

  private final String key;

  LevelFigure(String key) {
    this.key = key;
  }

  /** Its parameter's name: of a figure of an endpoint below the endpoint, of others below slo. */
  public String key() {
    return key;
  }

  /** Whether it is a time of one endpoint. */
  public boolean isOfEndpoint() {
    return ordinal() >= SERVICE_P50.ordinal();
  }

  /** Whether it is a response time. */
  public boolean isResponse() {
    return ordinal() >= RESPONSE_P50.ordinal();
  }
}
