package fleetpoll.http;

import fleetpoll.http.encoding.Decompressor;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One answer as it streams in: what of it is needed to judge it, from its first byte to its last.
 */
final class AwaitedAnswer {

  private final Request request;
  private final AnswerLimits limits;
  private final LongSupplier clock;
  private ByteArrayOutputStream kept;
  private String refusal;
  private HttpResponse head;
  private boolean isInterim;
  private Inflation inflation;
  private long bodyBytes;
  private long wireBytes;
  private boolean isComplete;
  private long endNanos;
  private String fault;

  /**
   * @param clock of the answer's end
   */
  AwaitedAnswer(Request request, Expectation expectation, AnswerLimits limits, LongSupplier clock) {
    this.request = request;
    this.limits = limits;
    this.clock = clock;
    this.kept = expectation.content().isPresent() ? new ByteArrayOutputStream() : null;
  }

  /** Whether it answers a HEAD request. */
  boolean isToHead() {
    return request.isHead();
  }

  /** Whether it has no body whatever its header says. */
  boolean isBodiless(HttpResponseStatus status) {
    return isToHead() && status.codeClass() != HttpStatusClass.INFORMATIONAL
        || status.code() == HttpResponseStatus.SWITCHING_PROTOCOLS.code();
  }

  void received(int bytes) {
    wireBytes += bytes;
  }

  /** Takes the next part of it, which stays the caller's to release. */
  void accept(HttpObject part) {
    DecoderResult result = part.decoderResult();
    if (result.isFailure()) {
      // An answer that is cut short is the closed connection's matter.
      if (!(result.cause() instanceof PrematureChannelClosureException)) {
        end(PollEnd.badAnswer(result.cause(), limits));
      }
      return;
    }
    if (part instanceof HttpResponse response) {
      begin(response);
    }
    if (part instanceof HttpContent content) {
      take(content);
    }
  }

  /** Takes its head. */
  void begin(HttpResponse response) {
    HttpResponseStatus status = response.status();
    isInterim =
        status.codeClass() == HttpStatusClass.INFORMATIONAL
            && status.code() != HttpResponseStatus.SWITCHING_PROTOCOLS.code();
    if (isInterim) {
      return;
    }
    head = response;
    if (mayRefuseCertificate() && kept == null) {
      kept = new ByteArrayOutputStream();
    }
    if (request.acceptsEncoding()
        && response.headers().contains(HttpHeaderNames.CONTENT_ENCODING)) {
      inflation = new Inflation(response, this::body);
    }
  }

  private void take(HttpContent content) {
    boolean isLast = content instanceof LastHttpContent;
    if (isInterim) {
      isInterim = !isLast;
      return;
    }
    String wrong = null;
    if (inflation == null) {
      body(content.content());
    } else {
      wrong = inflation.inflate(content);
    }
    if (isLast || wrong != null) {
      end(wrong);
    }
  }

  /** Takes a part of its body, as it is. */
  void body(ByteBuf bytes, boolean isLast) {
    body(bytes);
    if (isLast) {
      end(null);
    }
  }

  private void body(ByteBuf bytes) {
    int length = bytes.readableBytes();
    bodyBytes += length;
    if (kept != null && bodyBytes <= limits.keptBody()) {
      try {
        bytes.getBytes(bytes.readerIndex(), kept, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void end(String why) {
    fault = why;
    isComplete = true;
    endNanos = clock.getAsLong();
    close();
  }

  /** Lets go of what it holds, if it ends before its end. */
  void close() {
    if (inflation != null) {
      Inflation closed = inflation;
      inflation = null;
      closed.close();
    }
  }

  /** Whether nothing is to come any more: its last byte is here, or it makes no sense. */
  boolean isComplete() {
    return isComplete;
  }

  /** Of a complete one: whether the connection may carry another request. */
  boolean keepsAlive() {
    return fault == null
        && !request.closes()
        && status() != HttpResponseStatus.SWITCHING_PROTOCOLS.code()
        && HttpUtil.isKeepAlive(head);
  }

  /** What makes no sense about it; null if nothing does not. */
  String fault() {
    return fault;
  }

  /** The status code; 0 before the header is whole. */
  int status() {
    return head == null ? 0 : head.status().code();
  }

  /** Of an answer whose header is whole. */
  HttpHeaders headers() {
    return head.headers();
  }

  long bodyBytes() {
    return bodyBytes;
  }

  long wireBytes() {
    return wireBytes;
  }

  long endNanos() {
    return endNanos;
  }

  /** Whether its body may tell that the server refuses the device's certificate. */
  boolean mayRefuseCertificate() {
    return origin().tls() && status() == HttpResponseStatus.BAD_REQUEST.code();
  }

  /** It says, in a sentence, that the server refuses the device's certificate. */
  void refusesCertificate(String sentence) {
    refusal = sentence;
  }

  /** That the server refuses the device's certificate; null if it says nothing like that. */
  String refusal() {
    return refusal;
  }

  /** Where it comes from. */
  Origin origin() {
    return request.origin();
  }

  /** Of its body's text. */
  Charset charset() {
    return HttpUtil.getCharset(head, StandardCharsets.UTF_8);
  }

  /** The Content-Encoding that makes its body unreadable although the request asked for one. */
  Optional<String> unreadableEncoding() {
    return Optional.ofNullable(headers().get(HttpHeaderNames.CONTENT_ENCODING))
        .filter(encoding -> request.acceptsEncoding() && bodyBytes > 0)
        .filter(encoding -> !Decompressor.makesReadable(encoding));
  }

  /** The body, if it is kept and within the limit. */
  byte[] body() {
    return kept.toByteArray();
  }
}
