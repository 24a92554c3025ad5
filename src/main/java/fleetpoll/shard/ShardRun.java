package fleetpoll.shard;

import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.shard.Shard;
import fleetpoll.run.whole.DamagedFile;
import fleetpoll.text.Sentence;
import java.io.IOException;

/**
 * The stored run of one shard.
 *
 * @param folder as it was given
 * @param run that it contains
 */
record ShardRun(RunFolder folder, Run run) {

  Shard shard() {
    return run.shard();
  }

  int index() {
    return shard().index();
  }

  /** Whether it is that part of a fleet of that size. */
  boolean isOf(Shard other) {
    return index() == other.index() && isOfFleet(other);
  }

  /** Whether it is some part of a fleet of that size, in as many parts. */
  boolean isOfFleet(Shard other) {
    return shard().count() == other.count() && shard().fleetDevices() == other.fleetDevices();
  }

  /**
   * Requires that all rows of a file have been taken, and that they are as many as were stored.
   *
   * @param isLeft whether there is one that no device has taken
   * @param rows how many were taken
   * @throws Unmergeable if one is left, or there were fewer or more
   */
  void requireEnd(String file, boolean isLeft, long rows) throws IOException {
    if (isLeft) {
      throw Unmergeable.strangers(this, file);
    }
    try {
      run.file(file).orElseThrow().checkRows(folder.path(), rows);
    } catch (DamagedFile e) {
      throw Unmergeable.damaged(this, e);
    }
  }

  /** For people: {@code results/a (shard 2 of 4)}. */
  String named() {
    return "%s (%s)".formatted(folder.path(), shard().words());
  }

  /** For people, within what is merged: {@code Shard 2 of 4}. */
  String capitalized() {
    return Sentence.begin(shard().words());
  }
}
