package fleetpoll.http.encoding;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.JdkZlibDecoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.http.HttpContentDecompressor;
import java.util.List;
import java.util.Locale;

/**
 * Netty's decompressor, which does not tell by itself whether a compressed body came to its end:
 * this one does, for gzip of any number of members and for deflate. Netty's decoders of Brotli,
 * Zstandard and Snappy take a body that is cut for a whole one, so such a body stays as it came.
 */
public final class Decompressor extends HttpContentDecompressor {

  private static final int ANY_SIZE = 0;

  private JdkZlibDecoder zlib;

  public Decompressor() {
    super(ANY_SIZE);
  }

  /** Whether a body with this Content-Encoding can be read, decoded or as it is. */
  public static boolean makesReadable(String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip", "deflate", "x-deflate", "identity", "" -> true;
      default -> false;
    };
  }

  /** Whether the body that has ended lacks its end. */
  public boolean isCut() {
    return zlib != null && !zlib.isClosed();
  }

  @Override
  protected EmbeddedChannel newContentDecoder(String encoding) {
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> new EmbeddedChannel(new Member());
      case "deflate", "x-deflate" -> new EmbeddedChannel(new Deflated());
      default -> null;
    };
  }

  /** A gzip member; what follows it goes to the next one. */
  private final class Member extends JdkZlibDecoder {

    Member() {
      super(ZlibWrapper.GZIP, false, ANY_SIZE);
      zlib = this;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
        throws Exception {
      if (isClosed()) {
        // A task of its own: each member within the last one's reading would need a deep stack.
        ByteBuf rest = in.readRetainedSlice(in.readableBytes());
        ctx.channel().eventLoop().execute(() -> next(ctx.pipeline(), rest));
      } else {
        super.decode(ctx, in, out);
      }
    }

    private void next(ChannelPipeline pipeline, ByteBuf rest) {
      pipeline.replace(this, null, new Member());
      pipeline.fireChannelRead(rest);
    }
  }

  /** A zlib stream, or a bare one, as some servers have it. */
  private final class Deflated extends JdkZlibDecoder {

    private static final byte ANY = -1;

    Deflated() {
      super(ZlibWrapper.ZLIB_OR_NONE, false, ANY_SIZE);
      zlib = this;
    }

    /** A bare stream gives its last bytes only if another one follows: see the JDK's Inflater. */
    @Override
    protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
        throws Exception {
      super.decodeLast(ctx, in, out);
      if (!isClosed()) {
        decode(ctx, Unpooled.wrappedBuffer(new byte[] {ANY}), out);
      }
    }
  }
}
