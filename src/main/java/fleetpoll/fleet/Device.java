package fleetpoll.fleet;

import fleetpoll.http.Connection;
import fleetpoll.http.PollListener;
import fleetpoll.http.Result;
import fleetpoll.record.DeviceRecorder;
import fleetpoll.settings.body.PollValue;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;

/**
 * One device on its event loop: does what its {@link Itinerary} decides, which is to wait, to send
 * one request at a time, or to leave. Every method runs on that event loop.
 */
final class Device extends Alarms.Sleeper implements PollListener {

  private final DeviceLoop loop;
  private final VirtualUser user;
  private final Connection connection;
  private final List<PollRequest> requests;
  private final DeviceLog log;
  private final Itinerary itinerary;
  private final DeviceLogin login;
  private boolean left;

  /**
   * @param requests to the endpoints, in their order
   * @param login null if the device polls without one
   */
  Device(
      DeviceLoop loop,
      VirtualUser user,
      Connection connection,
      List<PollRequest> requests,
      DeviceLogin login) {
    this.login = login;
    this.loop = loop;
    this.user = user;
    this.connection = connection;
    this.requests = requests;
    this.log = new DeviceLog(user.log(loop.eventLoop()), loop);
    DeviceRecorder record = loop.fleet().recorder().device(user.device());
    record.livesOn(loop.stalls());
    this.itinerary =
        new Itinerary(
            loop.fleet().schedule(),
            user.device(),
            record,
            endpoint -> loop.fleet().templates().get(endpoint).warmUp().isPresent(),
            login == null ? Admission.free() : login.admission());
  }

  /** Its place among the devices that run here. */
  int index() {
    return user.device();
  }

  /** Starts the device; the fleet's clock runs. */
  void start() {
    act(itinerary.begin());
  }

  @Override
  void wake(long nowNanos) {
    try {
      loop.stalls().awake(nowNanos);
      act(itinerary.wake(nowNanos));
    } catch (RuntimeException | Error thrown) {
      recover(thrown);
    }
  }

  /** Drops the connection in a storm, and with it the poll in flight. */
  void strike(int storm) {
    if (left) {
      return;
    }
    itinerary.strike(storm, loop.awakeNanos());
    boolean wasPolling = itinerary.isPolling();
    connection.drop();
    if (!wasPolling) {
      act(itinerary.afterStrike());
    }
  }

  /**
   * Ends the device now: a poll in flight fails as interrupted, ticks to come are not planned. One
   * that has left plans no more, also if it was away then.
   */
  void interrupt() {
    if (left) {
      return;
    }
    Step step = itinerary.interrupt(loop.awakeNanos());
    if (itinerary.isPolling()) {
      connection.interrupt();
    } else {
      act(step);
    }
  }

  /** Makes the device leave, whatever it is doing. */
  void abandon() {
    interrupt();
    leave();
  }

  @Override
  public void redirected(int status, long sentNanos, long endNanos) {
    if (isLogged()) {
      log.redirected(request().name(), status, sentNanos, endNanos);
    }
  }

  @Override
  public String shown(String text) {
    String known = loop.fleet().settings().masks().withoutValues(text);
    return login == null ? known : login.shown(known);
  }

  /** The result without secrets in its message: a server's words and its host are part of it. */
  private Result masked(Result result) {
    return result.message() == null ? result : result.withMessage(shown(result.message()));
  }

  @Override
  public void succeeded(int status, HttpHeaders headers) {
    loop.dates().succeeded(headers);
    if (itinerary.isMeasured() && !itinerary.isLoggingIn()) {
      requests.get(itinerary.endpoint()).succeeded(status, headers);
    }
  }

  @Override
  public void ended(Result result) {
    try {
      loop.dates().ended(result);
      Result shown = masked(result);
      if (isLogged()) {
        log.ended(request().name(), shown);
      }
      act(itinerary.isLoggingIn() ? loginEnded(shown) : itinerary.ended(shown, loop.awakeNanos()));
    } catch (RuntimeException | Error thrown) {
      recover(thrown);
    }
    loop.alarms().wakeDue();
  }

  private Step loginEnded(Result result) {
    login.ended(result, loop.fleet().templates(), requests);
    return itinerary.loginEnded(result, loop.awakeNanos());
  }

  /** Logins count also before the measured window. */
  private boolean isLogged() {
    return itinerary.isMeasured() || itinerary.isLoggingIn();
  }

  /** The one that the device is about to send or has sent. */
  private PollRequest request() {
    return itinerary.isLoggingIn() ? login.request() : requests.get(itinerary.endpoint());
  }

  /** After any error the device goes on with its next tick. */
  private void recover(Throwable thrown) {
    loop.incidents().fault(thrown);
    if (!connection.isBusy()) {
      act(itinerary.recover(loop.awakeNanos()));
    }
  }

  private void act(Step step) {
    if (left) {
      return;
    }
    switch (step) {
      case SEND -> send();
      case LOGIN -> logIn();
      case CONNECT -> connect();
      case WAIT -> loop.alarms().set(this, itinerary.wakeNanos());
      case PART -> {
        connection.drop();
        loop.alarms().set(this, itinerary.wakeNanos());
      }
      case LEAVE -> leave();
    }
  }

  private void logIn() {
    PollRequest request = login.request();
    connection.send(
        request.measured(moment(request)), login.expectation(), loop.fleet().timeoutNanos(), this);
  }

  private void connect() {
    PollRequest request = requests.get(itinerary.endpoint());
    connection.connect(request.measured(moment(request)), loop.fleet().timeoutNanos(), this);
  }

  private void send() {
    PollRequest request = requests.get(itinerary.endpoint());
    PollValue.Moment moment = moment(request);
    connection.send(
        itinerary.isMeasured() ? request.measured(moment) : request.warmUp(moment),
        itinerary.isMeasured() ? request.expectation() : request.usual(),
        loop.fleet().timeoutNanos(),
        this);
  }

  /** What a request that differs from poll to poll contains now; null for any other. */
  private PollValue.Moment moment(PollRequest request) {
    return request.differsByPoll() ? loop.moment(index(), itinerary) : null;
  }

  private void leave() {
    if (!left) {
      left = true;
      loop.fleet().recorder().device(user.device()).leave(loop.nowNanos());
      loop.left(this::depart);
    }
  }

  private void depart() {
    loop.incidents().guard(connection::drop);
    loop.incidents().guard(log::flush);
    loop.incidents().guard(user::goOn);
  }
}
