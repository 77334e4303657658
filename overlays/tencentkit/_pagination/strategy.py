"""Interface between paging strategies and page fetchers: page requests, page items, completeness.

A strategy decides and does no I/O. A fetcher calls `next_request` any number of times ahead, and passes the responses to
`accept` in the order of the requests. A new `generation` makes the page requests in flight stale.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from ..errors import ApiError
from .time_window import Window

PAGE, COUNT, NEWEST, REREAD, PROBE = "page", "count", "newest", "reread", "probe"


class PageRequest(NamedTuple):
    """One call that a strategy requests."""

    generation: int
    arguments: dict[str, Any]
    """Offset, page size and the other arguments that the strategy sets."""
    size: int
    """Requested rows."""
    offset: int = 0
    kind: str = PAGE
    overlap: int = 0
    """Requested rows that were seen before, unless the list has changed."""
    window: Window | None = None
    origin: int = 0
    """Position of the window's first row among all rows, unless the list has changed."""


class PageItems:
    """New items of one page, and the number of them that the caller has received."""

    __slots__ = ("before", "delivered", "items", "offsets", "page", "size")

    def __init__(self, items: list[Any], before: Any, *, offsets: list[int] | None = None) -> None:
        self.items: list[Any] = items
        self.before: Any = before
        """Resume point before the first item."""
        self.offsets: list[int] | None = offsets
        """Offset behind each item; `None` for consecutive items."""
        self.size: int = len(items)
        """Number of items before `max_items` truncated them."""
        self.delivered: int = 0
        self.page: Any = None

    @property
    def finished(self) -> bool:
        """Whether the caller has received every item of the page."""
        return self.delivered == self.size


class Completeness:
    """Evidence against the completeness of a listing."""

    __slots__ = ("changed", "doubts")

    def __init__(self) -> None:
        self.changed = False
        self.doubts: list[str] = []

    def add_doubt(self, text: str) -> None:
        """Add a doubt unless it is known."""
        if text not in self.doubts:
            self.doubts.append(text)


class PagingStrategy(Protocol):
    """Decisions of one listing: the next request, and the items of each response."""

    ended: bool

    @property
    def generation(self) -> int:
        """Number that changes when the page requests in flight become stale."""
        ...

    def next_request(self, remaining: int | None) -> PageRequest | None:
        """Return the next call; `None` until another response arrives.

        Args:
            remaining: Items to list at most, those in flight included; `None` for all.
        """
        ...

    def accept(self, request: PageRequest, rows: list[Any], page: Any, total: int | None) -> PageItems | None:
        """Process a response; return its new items, or `None` if it is not a page to deliver."""
        ...

    def discard_pending(self) -> None:
        """Discard the requests in flight."""
        ...

    def recovers_from(self, request: PageRequest, error: ApiError) -> bool:
        """Return whether the listing continues after this error."""
        ...

    def resume_point(self, current: PageItems | None) -> list[Any]:
        """Return the point behind the last delivered item, as JSON."""
        ...
