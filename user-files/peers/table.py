"""peers.csv: a row for each run, and for each tool that is not installed."""

import csv
import io

from result import COLUMNS


def text(results, absent, scenarios):
    """The whole file."""
    file = io.StringIO()
    rows = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    rows.writeheader()
    rows.writerows(result.figures for result in results)
    for chosen in scenarios:
        for name, how in absent.items():
            rows.writerow({**chosen._asdict(), "tool": name, "says": "not installed: " + how})
    return file.getvalue()
