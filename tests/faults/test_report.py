"""The page that shows the matrix is made from it."""

from __future__ import annotations

from pathlib import Path

from tests.faults.report import report
from tests.faults.rows import ROWS

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"


def test_the_page_is_what_the_rows_give() -> None:
    """`docs/reliability.md` is what `python -m tests.faults` prints."""
    assert PAGE.read_text(encoding="utf-8") == report()


def test_every_row_has_a_name_of_its_own() -> None:
    """No two rows are called alike."""
    names = [row.scenario for row in ROWS]
    assert len(names) == len(set(names))
