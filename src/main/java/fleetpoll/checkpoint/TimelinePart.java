package fleetpoll.checkpoint;

import com.fasterxml.jackson.databind.SequenceWriter;
import fleetpoll.run.CsvFile;
import fleetpoll.run.DeviceTimelineRow;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code device-timeline.csv} of a checkpoint. The rows of bins that are over do not change any
 * more: they are copied from the checkpoint before as bytes, and only the others are written anew.
 */
final class TimelinePart implements AutoCloseable {

  private static final String OPEN_BINS = "open-bins.part";

  private final Path openBins;
  private final ForcedFile settled;
  private final ForcedFile open;
  private final SequenceWriter settledRows;
  private final SequenceWriter openRows;

  /**
   * @param folder of the checkpoint
   * @param before the same file of the checkpoint before; unused if {@code settledBytes} is 0
   * @param settledBytes how much of that does not change any more, header included
   */
  TimelinePart(Path folder, Path before, long settledBytes) throws IOException {
    Path path = folder.resolve(RunFolder.DEVICE_TIMELINE);
    CsvFile<DeviceTimelineRow> csv = new CsvFile<>(path, DeviceTimelineRow.class);
    this.openBins = folder.resolve(OPEN_BINS);
    this.settled = ForcedFile.create(path);
    this.open = ForcedFile.create(openBins);
    if (settledBytes > 0) {
      settled.append(before, settledBytes);
    }
    this.settledRows = csv.append(settled, settledBytes > 0);
    this.openRows = csv.append(open, true);
  }

  /** Appends a row. */
  void add(DeviceTimelineRow row, boolean isSettled) throws IOException {
    (isSettled ? settledRows : openRows).write(row);
  }

  /**
   * All rows are there.
   *
   * @return how many of the bytes do not change any more
   */
  long finish() throws IOException {
    settledRows.flush();
    openRows.flush();
    settled.flush();
    open.flush();
    long settledBytes = settled.bytes();
    settled.append(openBins, open.bytes());
    return settledBytes;
  }

  @Override
  public void close() throws IOException {
    try (settled;
        open) {
      Files.deleteIfExists(openBins);
    }
  }
}
