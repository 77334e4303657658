"""A bar for a listing, on a terminal; nothing elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..errors import RequestInvalid

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Bar:
    """Shows how far a listing has come.

    Args:
        title: What stands before the bar.

    Raises:
        RequestInvalid: There is a terminal, and the extra is missing.
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
        # No refreshing thread: the bar moves when a page comes.
        bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(file=sys.stderr),
            auto_refresh=False,
        )
        self._progress, self._task = bar, bar.add_task(title, total=None)

    def show(self, given: int, total: int | None) -> None:
        """Move the bar."""
        if self._progress is None or self._task is None:
            return
        self._progress.start()
        self._progress.update(self._task, completed=given, total=total, refresh=True)

    def close(self) -> None:
        """Leave the bar as it stands."""
        if self._progress is not None:
            self._progress.stop()
