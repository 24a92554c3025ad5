package fleetpoll.checkpoint;

import com.fasterxml.jackson.databind.SequenceWriter;
import fleetpoll.run.DeviceTimelineRow;
import fleetpoll.run.RunFolder;
import fleetpoll.run.file.Part;
import fleetpoll.run.whole.CsvFile;
import fleetpoll.run.whole.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code device-timeline.csv} of a checkpoint. The rows of bins that are over do not change any
 * more: they are copied from the checkpoint before as bytes, and only the others are written anew.
 */
final class TimelinePart {

  private final Path path;
  private final Path openBins;
  private final ForcedFile settled;
  private final ForcedFile open;
  private final SequenceWriter settledRows;
  private final SequenceWriter openRows;
  private long settledCount;
  private long openCount;

  /** How much of the file does not change any more; the bytes include the header. */
  record Settled(long bytes, long rows) {

    /** That of a run of which there is no checkpoint yet. */
    static final Settled NOTHING = new Settled(0, 0);
  }

  /**
   * @param files closes the file
   * @param folder of the checkpoint
   * @param before the same file of the checkpoint before; unused if there is none
   * @param already how much of that does not change any more
   */
  TimelinePart(OpenFiles files, Path folder, Path before, Settled already) throws IOException {
    this.path = folder.resolve(RunFolder.DEVICE_TIMELINE);
    CsvFile<DeviceTimelineRow> csv = new CsvFile<>(path, DeviceTimelineRow.class);
    this.openBins = Part.of(path);
    this.settled = files.create(path);
    this.open = files.create(openBins);
    if (already.bytes > 0) {
      settled.append(before, already.bytes);
    }
    this.settledCount = already.rows;
    this.settledRows = csv.append(settled, already.bytes > 0);
    this.openRows = csv.append(open, true);
  }

  /** Appends a row. */
  void add(DeviceTimelineRow row, boolean isSettled) throws IOException {
    if (isSettled) {
      settledRows.write(row);
      settledCount++;
    } else {
      openRows.write(row);
      openCount++;
    }
  }

  /** All rows are there. */
  Settled finish() throws IOException {
    settledRows.flush();
    openRows.flush();
    settled.flush();
    open.flush();
    long settledBytes = settled.bytes();
    settled.append(openBins, open.bytes());
    Files.delete(openBins);
    return new Settled(settledBytes, settledCount);
  }

  /** What belongs in the file from now on; to be called after {@link #finish}. */
  StoredFile stored() throws IOException {
    return StoredFile.of(path, settledCount + openCount);
  }
}
