"""Progress and summary of a run: a bar on a terminal, otherwise one line a product."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from .release import ReleaseOutcome, ReleaseRow

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_REASONS: Final = 3


class ReleaseProgress:
    """Progress on the standard error stream.

    Args:
        total: Number of products.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            try:
                from rich.console import Console
                from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
            except ImportError:
                return self
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._progress = Progress(*columns, console=Console(file=sys.stderr))
            self._task = self._progress.add_task("products", total=self._total)
            self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._progress is not None:
            self._progress.stop()

    def show(self, row: ReleaseRow) -> None:
        """Report a finished product."""
        self._done += 1
        line = f"{self._done}/{self._total} {row.name}: {sentence(row)}"
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=self._done)
            if row.outcome != ReleaseOutcome.UNCHANGED:
                self._progress.console.print(line, markup=False, highlight=False)
        else:
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()


def sentence(row: ReleaseRow) -> str:
    """Return the result of a product in one line."""
    if row.outcome == ReleaseOutcome.FAILED:
        more = f" (and {len(row.reasons) - _REASONS} more)" if len(row.reasons) > _REASONS else ""
        return f"{row.failed} failed: {'; '.join(row.reasons[:_REASONS])}{more}"
    if row.outcome == ReleaseOutcome.UNCHANGED:
        return f"unchanged since {row.version}"
    step = f"{row.released} -> {row.version}, {row.impact}" if row.released else f"{row.version}, first release"
    return f"{row.outcome}, {step}, {row.tests} tests passed"


def summary(rows: Sequence[ReleaseRow]) -> list[str]:
    """Return a table of the products that changed or failed, and the number of products of each outcome."""
    shown = [row for row in rows if row.outcome != ReleaseOutcome.UNCHANGED]
    cells = [("product", "released", "version", "changes", "breaking", "tests", "outcome")]
    for row in sorted(shown, key=lambda row: (row.outcome != ReleaseOutcome.FAILED, row.name)):
        counts = row.changes or {}
        failed = f"{row.outcome}: {row.failed}" if row.failed else str(row.outcome)
        changed = row.impact or ("first" if row.version else "")
        numbers = (str(counts.get("breaking", 0)), str(row.tests)) if row.version else ("", "")
        cells.append((row.name, row.released or "-", row.version or "-", changed, *numbers, failed))
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells] if shown else []
    counts_of = Counter(row.outcome for row in rows)
    total = ", ".join(f"{number} {outcome}" for outcome, number in sorted(counts_of.items()))
    return [*lines, f"{len(rows)} products: {total}" if rows else "no products"]
