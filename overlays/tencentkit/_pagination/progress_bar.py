"""Progress bar of a listing, on a terminal only."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..errors import RequestInvalid

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class ProgressBar:
    """Progress bar on the standard error stream; shows nothing unless that is a terminal.

    Args:
        title: Text before the bar.

    Raises:
        RequestInvalid: There is a terminal, and the extra is not installed.
    """

    def __init__(self, title: str) -> None:
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        if not sys.stderr.isatty():
            return
        try:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
        except ImportError:
            raise RequestInvalid("progress", "needs the extra: pip install 'tencentkit[progress]'") from None
        # No refresh thread: each page updates the bar.
        bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(file=sys.stderr),
            auto_refresh=False,
        )
        self._progress, self._task = bar, bar.add_task(title, total=None)

    def show(self, received: int, total: int | None) -> None:
        """Update the bar."""
        if self._progress is not None and self._task is not None:
            self._progress.start()
            self._progress.update(self._task, completed=received, total=total, refresh=True)

    def close(self) -> None:
        """Stop the bar and leave it on the screen."""
        if self._progress is not None:
            self._progress.stop()
