"""What every way through a listing speaks: what to ask next, what an answer was worth, and where that leaves it.

A walk decides and does no I/O. It is asked for the next call (`ask`), any number of times ahead, and is given the answers
in the order of the asking (`take`). When an answer makes those that are still on their way worthless, `turn` changes.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from ..errors import ApiError
from .time_window import Window

PAGE, COUNT, NEWEST, AGAIN, LEARN = "page", "count", "newest", "again", "learn"


class PageRequest(NamedTuple):
    """One call that a walk wants made."""

    turn: int
    arguments: dict[str, Any]
    """Of the request: place, size, and whatever else the walk sets."""
    size: int
    """Rows that it asks for."""
    offset: int = 0
    kind: str = PAGE
    overlap: int = 0
    """How many of them were seen before, as far as the walk can know."""
    window: Window | None = None
    origin: int = 0
    """Where the window's first row stands among all rows, as far as the walk can know."""


class PageItems:
    """What one answer gave: the items that are new, and how many of them the caller has got."""

    __slots__ = ("at", "before", "items", "offsets", "page", "size")

    def __init__(self, items: list[Any], before: Any, *, offsets: list[int] | None = None) -> None:
        self.items: list[Any] = items
        self.before: Any = before
        """The walk's place before the first of the items."""
        self.offsets: list[int] | None = offsets
        """Where each of them stands, where that is not one after the other."""
        self.size: int = len(items)
        """How many there were before `max_items` cut them."""
        self.at: int = 0
        self.page: Any = None

    @property
    def finished(self) -> bool:
        """Whether the caller has got all that the answer held."""
        return self.at == self.size


class Completeness:
    """What a walk can promise; it grows while it goes."""

    __slots__ = ("changed", "doubts")

    def __init__(self) -> None:
        self.changed = False
        self.doubts: list[str] = []

    def doubt(self, text: str) -> None:
        """Note what speaks against completeness, once."""
        if text not in self.doubts:
            self.doubts.append(text)


class PagingStrategy(Protocol):
    """A way through a listing."""

    turn: int
    ended: bool

    def ask(self, wanted: int | None) -> PageRequest | None:
        """The next call, for at most `wanted` more items than those on their way; `None`: nothing before an answer comes."""
        ...

    def take(self, ask: PageRequest, rows: list[Any], page: Any, total: int | None) -> PageItems | None:
        """Take in an answer; `None` where it was no page."""
        ...

    def rewind(self) -> None:
        """Forget what is on its way."""
        ...

    def bears(self, ask: PageRequest, error: ApiError) -> bool:
        """Whether the walk goes on another way after this refusal."""
        ...

    def place(self, batch: PageItems | None) -> list[Any]:
        """Where the walk stands after the items that were given, as JSON."""
        ...
