package fleetpoll.http;

import fleetpoll.http.tls.DeviceTls;
import fleetpoll.http.tls.Tls;
import fleetpoll.record.Outcome;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Opens connections to a server as a device does, TLS included, and closes each at once. Belongs to
 * one event loop: all its methods are called there.
 */
public final class Knock implements Attempt.Owner, Wire.Owner {

  private final Loop loop;
  private final DeviceTls tls;
  private final InetAddress local;
  private final Addresses addresses;
  private CompletableFuture<Optional<Refusal>> answer;
  private Attempt attempt;

  /**
   * Why no connection was opened.
   *
   * @param what was being done, and what is wrong if the reason alone does not say it
   */
  public record Refusal(Outcome reason, String what) {}

  /**
   * @param local the address to connect from; null: the system's choice
   */
  public Knock(Loop loop, Origin origin, InetAddress local) {
    this.loop = loop;
    this.tls = loop.tls().map(Tls::visitor).orElse(null);
    this.local = local;
    this.addresses = new Addresses(origin);
  }

  /** Tries once, at the host's next address if the last one failed; after the end of the last. */
  public CompletableFuture<Optional<Refusal>> once() {
    answer = new CompletableFuture<>();
    Wire wire = new Wire(addresses.origin(), loop, this);
    attempt = new Attempt(loop, tls, addresses, local, wire, this);
    attempt.start();
    return answer;
  }

  /** Ends the attempt under way, if there is one, as a time-out. */
  public void giveUp() {
    if (!answer.isDone()) {
      attempt.cancel();
      addresses.failed();
      answer.complete(Optional.of(new Refusal(Outcome.TIMEOUT, attempt.doing())));
    }
  }

  @Override
  public void opened(Wire wire) {
    wire.close();
    answer.complete(Optional.empty());
  }

  @Override
  public void failed(PollEnd end) {
    boolean isPlain = end.outcome() != Outcome.TLS && end.outcome() != Outcome.OTHER;
    String what = isPlain ? attempt.doing() : end.message();
    answer.complete(Optional.of(new Refusal(end.outcome(), what)));
  }

  @Override
  public void answered(Wire wire, AwaitedAnswer unasked, boolean isReusable) {}

  @Override
  public void surplus(Wire wire) {}

  @Override
  public void broke(Wire wire, Throwable failure) {
    attempt.broke(wire, failure);
  }
}
