"""What each event loop has for itself."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from typing import TypeVar

_Kept = TypeVar("_Kept")


class PerLoop(dict[asyncio.AbstractEventLoop, _Kept]):
    """What each event loop of this process has for itself.

    Args:
        make: Makes it, when a loop asks for the first time.
    """

    def __init__(self, make: Callable[[], _Kept]) -> None:
        super().__init__()
        self._make = make
        self._process = os.getpid()

    def here(self) -> _Kept:
        """What the running loop has."""
        self.forget_parent()
        loop = asyncio.get_running_loop()
        found = self.get(loop)
        if found is None:
            # Connections refer to their loop, so that only this lets go of both; other threads do the same for theirs.
            for ended in [other for other in list(self) if other.is_closed()]:
                self.pop(ended, None)
            found = self[loop] = self._make()
        return found

    def forget_parent(self) -> None:
        """In a forked child nothing is left: it was its parent's."""
        if self._process != os.getpid():
            self.clear()
            self._process = os.getpid()
