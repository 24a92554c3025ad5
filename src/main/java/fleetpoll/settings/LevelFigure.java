package fleetpoll.settings;

/** What a service level limits. */
public enum LevelFigure {
  /** Polls answered as expected, per cent of those sent: at least. */
  SUCCESS,
  /** Polls missed, per cent of those planned: at most. */
  MISSED,
  /** The server's mean processors in use: at most. */
  SERVER_CPU,
  /** The server's peak resident bytes: at most. */
  SERVER_MEMORY,
  SERVICE_MEAN,
  SERVICE_P50,
  SERVICE_P90,
  SERVICE_P95,
  SERVICE_P99,
  SERVICE_P999,
  SERVICE_MAX,
  RESPONSE_MEAN,
  RESPONSE_P50,
  RESPONSE_P90,
  RESPONSE_P95,
  RESPONSE_P99,
  RESPONSE_P999,
  RESPONSE_MAX
}
