package fleetpoll.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Objects;

/**
 * Lets a device ask an endpoint only for what has changed since its last success of status 200, by
 * that answer's validators: If-None-Match with its ETag, If-Modified-Since with its Last-Modified.
 * An answer without either is fetched again and again. Belongs to the device's event loop.
 */
public final class Revalidation {

  /** A longer validator is none: each device keeps its own. */
  private static final int LONGEST = 256;

  private final Request plain;
  private Request asking;
  private String tag;
  private String date;

  /**
   * @param plain asks for the whole; null if that is another request in each poll
   */
  public Revalidation(Request plain) {
    this.plain = plain;
  }

  /** The request to send next. */
  public Request request() {
    return asking == null ? plain : asking;
  }

  /** Another request with the validators. */
  public Request request(Request whole) {
    return isConditional() ? whole.with(this::addTo) : whole;
  }

  /** Whether that has a validator, so that 304 answers it. */
  public boolean isConditional() {
    return tag != null || date != null;
  }

  /** Takes the validators of a success; what it knows stays as it is after any other status. */
  public void learn(int status, HttpHeaders answer) {
    if (status != HttpResponseStatus.OK.code()) {
      return;
    }
    String newTag = usable(answer.get(HttpHeaderNames.ETAG));
    String newDate = usable(answer.get(HttpHeaderNames.LAST_MODIFIED));
    if (!Objects.equals(newTag, tag) || !Objects.equals(newDate, date)) {
      take(newTag, newDate);
    }
  }

  /** Takes what another request to the same resource has learned. */
  public void knows(Revalidation other) {
    take(other.tag, other.date);
  }

  private void take(String newTag, String newDate) {
    tag = newTag;
    date = newDate;
    asking = plain == null || !isConditional() ? null : plain.with(this::addTo);
  }

  private RequestHead addTo(RequestHead head) {
    RequestHead tagged = tag == null ? head : head.with("If-None-Match", tag);
    return date == null ? tagged : tagged.with("If-Modified-Since", date);
  }

  private static String usable(String value) {
    boolean isUsable =
        value != null
            && !value.isEmpty()
            && value.length() <= LONGEST
            && value.chars().allMatch(c -> c >= ' ' && c <= '~');
    return isUsable ? value : null;
  }
}
