"""Page of the fault matrix."""

from __future__ import annotations

from pathlib import Path

from tests.faults.matrix import FAULTS
from tests.faults.report import report

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"


def test_page_is_current() -> None:
    """`docs/reliability.md` equals the output of `python -m tests.faults`."""
    assert PAGE.read_text(encoding="utf-8") == report()


def test_fault_names_are_unique() -> None:
    """No two faults have the same name."""
    names = [fault.name for fault in FAULTS]
    assert len(names) == len(set(names))
