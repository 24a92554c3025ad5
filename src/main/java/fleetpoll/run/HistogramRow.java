package fleetpoll.run;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;

/**
 * A row of a {@link HistogramLog}: {@code Tag=device/endpoint/measure,start,length,max,histogram}.
 *
 * @param device as it is in the tag
 * @param endpoint its name, or {@code *} if the measure belongs to none
 * @param histogram compressed and in Base64
 */
public record HistogramRow(String device, String endpoint, String measure, String histogram) {

  /** Begins each row. */
  static final String TAG = "Tag=";

  /** The row of a line; empty if the line is none, as a comment. */
  public static Optional<HistogramRow> of(String line) {
    int end = line.indexOf(',');
    return end < 0
        ? Optional.empty()
        : of(line.substring(0, end), line.substring(line.lastIndexOf(',') + 1));
  }

  /** The same of its first cell and its last. */
  static Optional<HistogramRow> of(String tagCell, String histogram) {
    if (!tagCell.startsWith(TAG)) {
      return Optional.empty();
    }
    String[] tag = tagCell.substring(TAG.length()).split("/", 3);
    return tag.length < 3
        ? Optional.empty()
        : Optional.of(
            new HistogramRow(
                tag[0], URLDecoder.decode(tag[1], StandardCharsets.UTF_8), tag[2], histogram));
  }

  /** The distribution, in microseconds. */
  public AbstractHistogram decoded() throws DataFormatException {
    return Histogram.decodeFromCompressedByteBuffer(
        ByteBuffer.wrap(Base64.getDecoder().decode(histogram)), 0);
  }
}
