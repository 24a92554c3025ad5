package fleetpoll.fleet;

import fleetpoll.http.Expectation;
import fleetpoll.http.RequestStore;
import fleetpoll.http.Result;
import fleetpoll.record.login.DeviceLogins;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a device knows by its login, or by what its virtual user did before: values that its
 * requests contain and that no message shows. Belongs to the device's event loop.
 */
final class DeviceLogin implements Expectation.ContentCheck {

  private final LoginTemplate template;
  private final DeviceLogins record;
  private final RequestStore store;
  private final Map<String, String> values;
  private final SavedSecrets secrets = new SavedSecrets();
  private final boolean hasSession;
  private final PollRequest request;
  private Map<String, String> found = Map.of();

  /**
   * @param own values of the device's placeholders
   * @param session what its virtual user has saved
   */
  DeviceLogin(
      LoginTemplate template,
      Map<String, String> own,
      Map<String, String> session,
      DeviceLogins record,
      RequestStore store) {
    this.template = template;
    this.record = record;
    this.store = store;
    this.values = new HashMap<>(own);
    values.putAll(session);
    secrets.add(session);
    String fault = template.fault(session);
    this.hasSession = fault == null;
    this.request =
        hasSession
            ? template.request().map(login -> PollRequest.of(login, values, store)).orElse(null)
            : null;
    if (!hasSession) {
      record.failed("session", fault);
    }
  }

  /** Whether the device must log in before it polls. */
  Admission admission() {
    if (!hasSession) {
      return Admission.never();
    }
    return request == null ? Admission.free() : Admission.byLogin(template.renewOn()::contains);
  }

  /** The requests that can be made already; null for the others. */
  List<PollRequest> requests(List<PollTemplate> polls) {
    List<PollRequest> requests = new ArrayList<>();
    for (PollTemplate poll : polls) {
      boolean isKnown = hasSession && (request == null || !template.changes(poll));
      requests.add(isKnown ? PollRequest.of(poll, values, store) : null);
    }
    return requests;
  }

  /** The request that logs in. */
  PollRequest request() {
    return request;
  }

  /** Which answer to it is a success. */
  Expectation expectation() {
    Expectation usual = request.usual();
    return template.saves() ? usual.with(this) : usual;
  }

  @Override
  public String fault(byte[] body, Charset charset, UnaryOperator<String> shown) {
    found = new HashMap<>();
    String fault = template.read(body, charset, found);
    secrets.add(found);
    return fault;
  }

  /**
   * The login has ended. If it has saved other values than before, the requests that contain them
   * are made again.
   */
  void ended(Result result, List<PollTemplate> polls, List<PollRequest> requests) {
    record.opened(result.opening().connections());
    if (!result.outcome().isOk()) {
      record.failed(result.outcome().text(), masked(result).message());
      return;
    }
    record.succeeded((result.endNanos() - result.sentNanos()) / 1_000);
    boolean isNew = !values.entrySet().containsAll(found.entrySet());
    values.putAll(found);
    for (int i = 0; i < polls.size(); i++) {
      PollRequest before = requests.get(i);
      if (before == null || isNew && template.changes(polls.get(i))) {
        requests.set(i, PollRequest.of(polls.get(i), values, store).after(before));
      }
    }
  }

  /** The result without the values in its message: a server's words are part of it. */
  Result masked(Result result) {
    return result.message() == null ? result : result.withMessage(shown(result.message()));
  }

  /** A text without the values. */
  String shown(String text) {
    return secrets.hidden(text);
  }
}
