"""What a walk asks beside its pages: for a count, for the newest item, for a window once more."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from ..strategy import PageRequest
from ..time_window import Window


class SideRequest(NamedTuple):
    """One call that is no page; a new start of the walk does not make it worthless."""

    kind: str
    window: Window | None
    offset: int = 0
    rows: int = 1


class Errands:
    """Those to be done, and those on their way."""

    def __init__(self) -> None:
        self._waiting: deque[SideRequest] = deque()
        self._flying: list[tuple[PageRequest, SideRequest]] = []

    @property
    def flying(self) -> bool:
        """Whether any is on its way."""
        return bool(self._flying)

    def add(self, errand: SideRequest | None) -> None:
        """Have it done."""
        if errand is not None:
            self._waiting.append(errand)

    def take(self) -> SideRequest | None:
        """The next one."""
        return self._waiting.popleft() if self._waiting else None

    def sent(self, ask: PageRequest, errand: SideRequest) -> PageRequest:
        """Note that it is on its way."""
        self._flying.append((ask, errand))
        return ask

    def done(self, ask: PageRequest) -> None:
        """Note that its answer came."""
        self._flying = [one for one in self._flying if one[0] is not ask]

    def rewind(self) -> None:
        """Nobody waits for the answers any more: have them done again."""
        self._waiting.extendleft(errand for _, errand in reversed(self._flying))
        self._flying.clear()
