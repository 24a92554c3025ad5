package fleetpoll.http;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpDecoderConfig;

/**
 * What a device takes of an answer, in bytes.
 *
 * @param statusLine the longest status line
 * @param header the longest header, all fields together, its line ends not counted
 * @param keptBody the longest body that is kept for a {@link Expectation.ContentCheck}
 */
public record AnswerLimits(int statusLine, int header, int keptBody) {

  private static final int INITIAL_LINE_BUFFER = 64;

  /** What Netty's decoder makes of them; otherwise it is as lenient as servers are. */
  HttpDecoderConfig decoding() {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(statusLine)
        .setMaxHeaderSize(header)
        .setMaxChunkSize(Integer.MAX_VALUE)
        .setInitialBufferSize(INITIAL_LINE_BUFFER)
        .setAllowDuplicateContentLengths(true)
        .setStrictLineParsing(false)
        .setHeadersFactory(DefaultHttpHeadersFactory.headersFactory().withValidation(false))
        .setTrailersFactory(DefaultHttpHeadersFactory.trailersFactory().withValidation(false));
  }
}
