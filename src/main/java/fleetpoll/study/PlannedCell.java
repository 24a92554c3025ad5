package fleetpoll.study;

import java.util.Optional;

/**
 * A cell and what is known about it beforehand.
 *
 * @param floorSeconds the least that it can take; 0 if nothing is known
 * @param notRun its row, if it is not to be run
 */
record PlannedCell(Cell cell, double floorSeconds, Optional<StudyRow> notRun) {

  boolean isToBeRun() {
    return notRun.isEmpty();
  }
}
