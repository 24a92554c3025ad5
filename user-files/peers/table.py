"""peers.csv: a row for each run, and for each tool that is not installed."""

import csv
import os

from result import COLUMNS


def write(path, results, absent, scenarios):
    """Writes the file whole or not at all."""
    new = path.with_suffix(".new")
    with open(new, "w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        rows.writeheader()
        rows.writerows(result.figures for result in results)
        for chosen in scenarios:
            for name, how in absent.items():
                rows.writerow({**chosen._asdict(), "tool": name, "says": "not installed: " + how})
    os.replace(new, path)
