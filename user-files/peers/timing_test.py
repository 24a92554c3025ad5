"""What the log's instants say, on fleets small enough to count by hand, and the figures: python3 -m unittest timing_test"""

import argparse
import os
import pathlib
import signal
import subprocess
import tempfile
import unittest

import h2load_tool
import machine
import markdown
import result
import scenario
import timing
import tools
import witness
from measured import Measured, Used
from scenario import Scenario
from tool import Tool

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
        self.assertEqual((timing.errors([[7]], 500), timing.drifts([[7]], 500)), ([], []))

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


class ResultTest(unittest.TestCase):

    def result(self, cpu_seconds, polls_a, name="goose", seconds=2, number=1):
        tool = type("Some", (Tool,), {"NAME": name})
        seen = witness.Seen(0, 0, 0, 0, 0.0, {"one": polls_a} if polls_a else {}, {})
        return result.Result(Scenario(1, seconds, 500), number, tool, "1", Used(0, cpu_seconds, 1.0), Used(0, 1.0, 1.0), seen, "", None, "")

    def test_cpu_for_each_1000_requests(self):
        self.assertEqual(self.result(0.1, ON_GRID).figures["cpu_s_per_1000"], 25)

    def test_no_request_has_no_cost(self):
        self.assertIsNone(self.result(0.1, []).figures["cpu_s_per_1000"])

    def test_a_killed_run_has_no_cpu(self):
        figures = self.result(None, ON_GRID).figures
        self.assertEqual((figures["cpu_s"], figures["cpu_s_per_1000"]), (None, None))
        self.assertIn("| – | – |", markdown.runs(markdown.POLLS, [self.result(None, ON_GRID)], {}))

    def test_the_ratio_is_that_of_a_request(self):
        # Half as many polls for half the CPU.
        rows = markdown.medians([self.result(2, ON_GRID, "fleetpoll"), self.result(1, ON_GRID[:2])]).splitlines()
        self.assertIn("| 500 | 1.00 |", rows[-1])

    def test_what_further_seconds_cost_has_a_ratio_only_of_tools_that_polled(self):
        whole = [500 * tick for tick in range(8)]

        def last(polls):
            return markdown.medians([self.result(1, ON_GRID, "fleetpoll"), self.result(2, whole, "fleetpoll", 4),
                                     self.result(1, ON_GRID), self.result(3, polls, seconds=4)]).splitlines()[-1]

        # B is due, too, of none of these fleets: eight ticks of one device are less than ten.
        self.assertIn("| 2.00 |  |", last(whole).split("2.00 to 2.00")[1])
        self.assertIn("| – |  |", last(whole[:6]).split("2.00 to 2.00")[1])

    def test_only_the_same_round_is_taken_off(self):
        longer = [self.result(cpu, ON_GRID, number=number).figures for number, cpu in ((1, 5), (3, 9))]
        shorter = [self.result(cpu, ON_GRID, number=number).figures for number, cpu in ((2, 1), (3, 4))]
        self.assertEqual(markdown.beyond(longer, shorter), [5])

    def test_large_figures_have_no_exponent(self):
        self.assertEqual([markdown.significant(value) for value in (20_860.4, 1000, 0.12346)], ["20,860", "1,000", "0.1235"])


class BenchTest(unittest.TestCase):

    def test_scenarios_that_cannot_run(self):
        for wrong in (Scenario(20, 0, 500), Scenario(20, 1, 300), Scenario(25, 5, 500), Scenario(20, 5, 0)):
            with self.assertRaises(argparse.ArgumentTypeError):
                scenario.checked(wrong)
        self.assertEqual(scenario.read("20:60:5000"), Scenario(20, 60, 5000))

    def test_each_tool_once(self):
        self.assertEqual([kind.NAME for kind in tools.choose(["goose", "seed", "goose"])], ["goose", "seed"])

    def test_one_that_fails_fails_all(self):
        codes = [subprocess.run(["sh", "-c", h2load_tool.together(commands)]).returncode
                 for commands in (["true", "true"], ["false", "true"], ["true", "exit 3"])]
        self.assertEqual(codes, [0, 1, 1])

    def test_a_killed_process_has_no_cpu(self):
        with Measured(["sleep", "60"], os.devnull) as process:
            process.signal(signal.SIGKILL)
            self.assertEqual(process.wait(10)[:2], (-signal.SIGKILL, None))

    def test_how_busy(self):
        self.assertEqual((machine.busy_percent((10, 100), (20, 140)), machine.busy_percent((10, 100), (10, 100))), (25, None))


if __name__ == "__main__":
    unittest.main()
