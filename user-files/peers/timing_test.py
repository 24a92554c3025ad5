"""What the log's instants say, on fleets small enough to count by hand: python3 -m unittest timing_test"""

import pathlib
import tempfile
import unittest

import timing
import witness
from scenario import Scenario

ON_GRID = [0, 500, 1000, 1500]
TWO_SECONDS = Scenario(devices=10, seconds=2, interval_ms=500)


class TimingTest(unittest.TestCase):

    def test_a_grid_has_no_errors_and_no_drift(self):
        self.assertEqual(timing.errors([ON_GRID], 500), [0, 0, 0])
        self.assertEqual(timing.drifts([ON_GRID], 500), [0])

    def test_a_late_poll_is_two_errors_and_no_drift(self):
        self.assertEqual(timing.errors([[0, 520, 1000, 1500]], 500), [0, 20, 20])
        self.assertEqual(timing.drifts([[0, 520, 1000, 1500]], 500), [0])

    def test_a_sleep_after_each_answer_drifts(self):
        self.assertEqual(timing.drifts([[0, 510, 1020, 1530], ON_GRID], 500), [0, 30])

    def test_a_poll_left_out_is_an_interval_of_drift(self):
        self.assertEqual(timing.drifts([[0, 500, 1500]], 500), [500])

    def test_a_device_with_one_poll_has_neither(self):
        self.assertEqual((timing.errors([[7]], 500), timing.drifts([[7]], 500)), ([], [0]))

    def test_only_what_settled(self):
        self.assertEqual(timing.errors([[0, 400, 1000, 1500]], 500, after=400), [0, 100])

    def test_made_polls_are_those_of_the_planned_time(self):
        self.assertEqual(timing.made([[0, 500, 1000, 2499, 2500]], 0, TWO_SECONDS, due=4), 4)
        self.assertEqual(timing.made([[900, 1700, 2500, 3300]], 0, TWO_SECONDS, due=4), 2)

    def test_no_device_makes_up_for_another(self):
        self.assertEqual(timing.made([[0, 100, 200, 300, 400, 500], [0]], 0, TWO_SECONDS, due=4), 5)

    def test_percentiles(self):
        self.assertEqual([timing.percentile([1, 2, 3, 4], percent) for percent in (0, 50, 51, 100)], [1, 2, 3, 4])


class WitnessTest(unittest.TestCase):

    def read(self, *lines):
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder) / "access.log"
            log.write_text("".join(line + "\n" for line in lines))
            return witness.read(log)

    def test_every_line_counts_once(self):
        seen = self.read('1.500 0.100 1 90 200 100 1 "device-0001" "-"', '1.000 0.000 1 90 200 100 1 "device-0001" "-"',
                         '2.000 0.000 2 90 200 204800 200 "-" "-"', '2.000 0.000 2 90 200 7 1 "-" "-"',
                         '2.000 0.000 2 90 404 100 1 "-" "-"', '0.500 0.000 1 90 200 100 1 "device-0001" "1"', "torn")
        self.assertEqual((seen.a, seen.b, seen.wrong, seen.warm_up, seen.lines), (2, 1, 3, 1, 7))
        # A poll's instant is that of its arrival, and a device without a name is its connection.
        self.assertEqual((seen.polls_a, seen.polls_b), ({"device-0001": [1000, 1400]}, {"2": [2000]}))
        self.assertEqual(seen.connections, 2)


if __name__ == "__main__":
    unittest.main()
