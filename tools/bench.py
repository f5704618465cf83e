"""Print how long gongkai takes, as ratios from one run on this machine; exits with 1 where a budget is exceeded.

Every figure is the processor time of whole processes, the medians of runs taken in turn, so that a busy machine
slows both sides alike. All data is made here, in a folder that is removed afterwards.
"""

import sys
import tempfile
from pathlib import Path

from benchmark.cases import growth, peer, record, start_up
from benchmark.imports import imports
from benchmark.reports import reports
from benchmark.table import Row, print_rows


def main() -> int:
    """Run all cases and print a line for each."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-") as folder:
        for case in (start_up, record, imports, peer, growth, reports):
            found = list(case(Path(folder)))
            print_rows(found)
            rows += found
    return int(any(row.over for row in rows))


if __name__ == "__main__":
    sys.exit(main())
