package fleetpoll.shard;

import fleetpoll.run.DeviceRow;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.Logins;
import fleetpoll.run.RunFolder;
import fleetpoll.run.whole.CsvFile;
import fleetpoll.run.whole.StoredFile;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Merges the files that have rows of each device: the devices take turns in the fleet's order. No
 * row is kept.
 *
 * @param shards whose rows they are
 * @param to the folder of the merged run
 */
record DeviceFiles(Shards shards, RunFolder to) {

  /** One of the files. */
  private record Kind<T>(
      String name,
      Function<RunFolder, CsvFile<T>> file,
      Function<T, String> device,
      BiFunction<T, Double, T> later) {}

  /**
   * {@code devices.csv}.
   *
   * @param each sees each row
   */
  StoredFile devices(Consumer<DeviceRow> each) throws IOException {
    return merge(
        new Kind<>(RunFolder.DEVICES, RunFolder::devicesFile, DeviceRow::device, DeviceRow::later),
        each);
  }

  /** {@code errors.csv}. */
  StoredFile errors() throws IOException {
    return merge(
        new Kind<>(RunFolder.ERRORS, RunFolder::errorsFile, ErrorRow::device, ErrorRow::later),
        row -> {});
  }

  /** {@code logins.csv}. */
  StoredFile logins() throws IOException {
    return merge(
        new Kind<>(
            RunFolder.LOGINS, RunFolder::loginsFile, Logins.Device::device, (row, shiftS) -> row),
        row -> {});
  }

  /**
   * {@code device-timeline.csv}, in which the time of each shard is that since its own start. It is
   * by far the longest of them: its rows are copied as lines, which they are, since a device's id
   * has no line feed.
   */
  StoredFile timelines() throws IOException {
    return new LineFile(shards, to, RunFolder.DEVICE_TIMELINE).merge();
  }

  private <T> StoredFile merge(Kind<T> kind, Consumer<T> each) throws IOException {
    double[] shiftsS = shards.shiftsS();
    try (OpenRows<T> open = OpenRows.of(shards, kind.name, kind.file)) {
      StoredFile stored =
          kind.file
              .apply(to)
              .write(
                  file ->
                      shards.forEachDevice(
                          (shard, device) -> {
                            double shiftS = shiftsS[shard];
                            CsvFile.Rows<T> shifted =
                                shiftS == 0 ? file : row -> file.add(kind.later.apply(row, shiftS));
                            copy(kind, open, shard, device, each, shifted);
                          }));
      open.requireEnd();
      return stored;
    }
  }

  private <T> void copy(
      Kind<T> kind,
      OpenRows<T> open,
      int shard,
      String device,
      Consumer<T> each,
      CsvFile.Rows<T> file)
      throws IOException {
    for (T row = open.peek(shard);
        row != null && kind.device.apply(row).equals(device);
        row = open.peek(shard)) {
      each.accept(row);
      file.add(open.take(shard));
    }
  }
}
