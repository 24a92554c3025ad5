package fleetpoll.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import fleetpoll.figure.Numbers;
import fleetpoll.run.whole.DamagedFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * Adds up the devices' histograms of a {@link HistogramLog} by endpoint and measure. It reads the
 * log's rows as CSV: HdrHistogram's own scanner takes ten times as long, which matters for 20,000
 * devices.
 */
final class DistributionReader {

  private static final ObjectReader ROWS =
      new CsvMapper()
          .readerFor(String[].class)
          .with(CsvParser.Feature.WRAP_AS_ARRAY)
          .with(CsvParser.Feature.ALLOW_COMMENTS);

  private static final Set<String> MEASURES = Set.of("service", "response");

  private record Key(String endpoint, String measure) {}

  private final Map<Key, Histogram> sums = new LinkedHashMap<>();
  private long rows;

  /**
   * Service and response of each endpoint, in the order of the log.
   *
   * @throws DamagedFile if it is no log, or not a whole one
   * @throws IOException if it cannot be read
   */
  static List<Distribution> read(Path log) throws IOException {
    DistributionReader reader = new DistributionReader();
    try (MappingIterator<String[]> rows =
        ROWS.readValues(Files.newBufferedReader(log, StandardCharsets.US_ASCII))) {
      while (rows.hasNextValue()) {
        reader.add(rows.nextValue());
      }
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new DamagedFile(log, reader.place() + "the text is no row of a log", e);
    } catch (DataFormatException | RuntimeException e) {
      throw new DamagedFile(log, reader.place() + "there is no whole histogram", e);
    }
    return reader.distributions();
  }

  private List<Distribution> distributions() {
    List<Distribution> distributions = new ArrayList<>();
    sums.forEach((key, sum) -> distributions.add(new Distribution(key.endpoint, key.measure, sum)));
    return distributions;
  }

  private String place() {
    return "after %s: ".formatted(Numbers.counted(rows, "histogram"));
  }

  private void add(String[] row) throws DataFormatException {
    if (!row[0].startsWith(HistogramRow.TAG)) {
      return;
    }
    HistogramRow found = HistogramRow.of(row[0], row[row.length - 1]).orElse(null);
    if (found != null && MEASURES.contains(found.measure())) {
      sums.computeIfAbsent(new Key(found.endpoint(), found.measure()), key -> Distribution.empty())
          .add(found.decoded());
    }
    rows++;
  }
}
