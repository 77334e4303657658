"""State per event loop."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from typing import TypeVar

_State = TypeVar("_State")


class PerLoop(dict[asyncio.AbstractEventLoop, _State]):
    """State of each event loop in this process.

    Args:
        make: Creates the state at the first use in a loop.
    """

    def __init__(self, make: Callable[[], _State]) -> None:
        super().__init__()
        self._make = make
        self._process = os.getpid()

    def current(self) -> _State:
        """Return the state of the running loop."""
        self.clear_after_fork()
        loop = asyncio.get_running_loop()
        state = self.get(loop)
        if state is None:
            # Connections refer to their loop, so this entry keeps both alive. Other threads may delete entries at the same time.
            for ended in [other for other in list(self) if other.is_closed()]:
                self.pop(ended, None)
            state = self[loop] = self._make()
        return state

    def clear_after_fork(self) -> None:
        """Drop the parent's state in a forked child."""
        if self._process != os.getpid():
            self.clear()
            self._process = os.getpid()
