package fleetpoll.http;

import fleetpoll.settings.answer.Statuses;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Which answer is a success.
 *
 * @param statuses the expected status codes
 * @param bytes the expected length of the body, after its Content-Encoding was undone if the
 *     request asked for one and it is gzip or deflate; empty: any
 * @param content what judges the body, which is kept for it; empty: no body is kept
 */
public record Expectation(Statuses statuses, OptionalLong bytes, Optional<ContentCheck> content) {

  /** The same, but 304 is a success, too. */
  public Expectation orNotModified() {
    List<Integer> codes = new ArrayList<>(statuses.codes());
    codes.add(HttpResponseStatus.NOT_MODIFIED.code());
    return new Expectation(Statuses.of(codes), bytes, content);
  }

  /** The same with another judge of the content. */
  public Expectation with(ContentCheck check) {
    return new Expectation(statuses, bytes, Optional.of(check));
  }

  /** Takes values from an answer's body. */
  public interface BodyValues {

    /**
     * What is wrong with the body, or null if nothing is.
     *
     * @param found takes the values, by name
     */
    String read(byte[] body, Charset charset, Map<String, String> found);
  }

  /** Judges the content of an answer whose status and length are as expected. */
  public interface ContentCheck {

    /**
     * What is wrong with the body, or null if nothing is.
     *
     * @param body whole, after its Content-Encoding was undone if the request asked for one
     * @param charset by the answer's Content-Type; UTF-8 if that names none
     * @param shown what may be shown of a piece of the body; to be asked before a piece is cut or
     *     its characters are replaced
     */
    String fault(byte[] body, Charset charset, UnaryOperator<String> shown);
  }
}
