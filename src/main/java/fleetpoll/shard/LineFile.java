package fleetpoll.shard;

import fleetpoll.run.RunFolder;
import fleetpoll.run.file.WholeFile;
import fleetpoll.run.whole.CsvFile;
import fleetpoll.run.whole.StoredFile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges a CSV file whose first column is the device and whose rows are lines: the devices take
 * turns in the fleet's order, and their lines are copied as they are.
 *
 * @param shards whose lines they are
 * @param to the folder of the merged run
 * @param name of the file
 */
record LineFile(Shards shards, RunFolder to, String name) {

  /** The lines of one shard; only the next is in memory. */
  private static final class Lines {
    final ShardRun shard;
    final BufferedReader text;
    final String header;
    String next;
    long taken;

    Lines(ShardRun shard, Path path) throws IOException {
      this.shard = shard;
      this.text = Files.newBufferedReader(path, StandardCharsets.UTF_8);
      this.header = text.readLine();
      this.next = text.readLine();
    }

    void copy(String device, Writer out) throws IOException {
      while (next != null && next.startsWith(device)) {
        out.write(next);
        out.write('\n');
        taken++;
        next = text.readLine();
      }
    }
  }

  StoredFile merge() throws IOException {
    List<Lines> all = new ArrayList<>();
    try {
      for (ShardRun shard : shards.runs()) {
        all.add(new Lines(shard, shard.folder().path().resolve(name)));
      }
      Path path = to.path().resolve(name);
      new WholeFile(path).write(file -> write(all, file));
      for (Lines lines : all) {
        lines.shard.requireEnd(name, lines.next != null, lines.taken);
      }
      return StoredFile.of(path, all.stream().mapToLong(lines -> lines.taken).sum());
    } finally {
      for (Lines lines : all) {
        lines.text.close();
      }
    }
  }

  private void write(List<Lines> all, OutputStream file) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
    out.write(all.get(0).header + '\n');
    shards.forEachDevice((shard, device) -> all.get(shard).copy(CsvFile.cell(device) + ',', out));
    out.flush();
  }
}
