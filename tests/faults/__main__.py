"""`python -m tests.faults > docs/reliability.md`: the fault matrix as a table, from the rows that the tests run."""

from __future__ import annotations

from tests.faults.report import report

if __name__ == "__main__":
    print(report(), end="")
