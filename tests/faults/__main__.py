"""`python -m tests.faults > docs/reliability.md`: print the fault matrix as a page."""

from __future__ import annotations

from tests.faults.report import report

if __name__ == "__main__":
    print(report(), end="")
