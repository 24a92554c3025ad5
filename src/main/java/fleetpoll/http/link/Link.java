package fleetpoll.http.link;

import fleetpoll.settings.behavior.LinkSettings;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import java.util.OptionalLong;

/**
 * A kind of link, and puts connections behind one each. A connection then reads little at a time,
 * and into a small buffer of the system's, so that its server feels how slow it is.
 */
public final class Link {

  private static final long PART_MILLIS = 50;
  private static final int LEAST_PART_BYTES = 512;
  private static final int MOST_PART_BYTES = 32 * 1024;

  private static final long BUFFER_MILLIS = 200;
  private static final int LEAST_BUFFER_BYTES = 4 * 1024;
  private static final int MOST_BUFFER_BYTES = 64 * 1024;

  private static final long BITS_AND_MILLIS = 8 * 1_000;

  private final LinkSettings settings;
  private final int downPartBytes;
  private final int upPartBytes;

  /** A link as {@code settings} describe it. */
  public Link(LinkSettings settings) {
    this.settings = settings;
    this.downPartBytes = partBytes(settings.downBits());
    this.upPartBytes = partBytes(settings.upBits());
  }

  /**
   * Puts a connection behind a link of its own.
   *
   * @param channel without handlers, not yet connected
   */
  public Channel put(Channel channel) {
    ChannelConfig config = channel.config();
    config.setAutoRead(false);
    // The end of what the server sends must not overtake it.
    config.setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    config.setRecvByteBufAllocator(
        new FixedRecvByteBufAllocator(downPartBytes).maxMessagesPerRead(1));
    settings
        .downBits()
        .ifPresent(bits -> config.setOption(ChannelOption.SO_RCVBUF, bufferBytes(bits)));
    channel.pipeline().addLast(new LinkHandler(settings, downPartBytes, upPartBytes));
    return channel;
  }

  private static int partBytes(OptionalLong bits) {
    return bits.isEmpty()
        ? MOST_PART_BYTES
        : within(bits.getAsLong() * PART_MILLIS, LEAST_PART_BYTES, MOST_PART_BYTES);
  }

  private static int bufferBytes(long bits) {
    return within(bits * BUFFER_MILLIS, LEAST_BUFFER_BYTES, MOST_BUFFER_BYTES);
  }

  private static int within(long bitsAndMillis, int least, int most) {
    return (int) Math.max(least, Math.min(most, bitsAndMillis / BITS_AND_MILLIS));
  }
}
