# Written by `python -m generator emit` from generator/emit/templates/shared/pager.py.jinja.
# Do not edit: change the template.
"""Interface of a listing, for the signatures of `paginate`. `tencentkit` implements it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any, Generic

if TYPE_CHECKING:
    # Type checkers bundle typing_extensions; defaults in `typing.TypeVar` require Python 3.13.
    from typing_extensions import TypeVar

    ItemT = TypeVar("ItemT", covariant=True)
    PageT = TypeVar("PageT", covariant=True, default=Any)

    class _GenericPager(Generic[ItemT, PageT]): ...
else:
    from typing import TypeVar

    ItemT = TypeVar("ItemT", covariant=True)
    PageT = TypeVar("PageT", covariant=True)

    class _GenericPager:
        __slots__ = ()

        def __class_getitem__(cls, _parameters):
            # `Pager[AsyncEvent]` omits the page type; generics at run time reject that before Python 3.13.
            return cls


class Pager(ABC, _GenericPager[ItemT, PageT]):
    """Iterator over the items of all pages; `pages()` iterates over the responses.

    A listing can be read once, like a file. A second iteration continues after the last returned item and
    returns nothing at the end. Call `paginate` again to read all items again, or keep them in a list.
    """

    __slots__ = ()

    @abstractmethod
    def __iter__(self) -> Iterator[ItemT]: ...

    @abstractmethod
    def pages(self) -> Iterator[PageT]:
        """Iterate over the remaining pages. Each page is the response of one call, without items that were returned before."""

    @property
    @abstractmethod
    def total(self) -> int | None:
        """Number of items in the listing: by the first response of a time-ordered listing, by the latest response otherwise.

        `None` before the first page and if the service does not report a total.
        """

    @property
    @abstractmethod
    def cursor(self) -> str:
        """Resume point. Pass it as `start=` to an equal listing to continue with the next item."""

    @property
    @abstractmethod
    def complete(self) -> bool:
        """True at the end of the listing if it returned every item that existed throughout.

        False before the end, after a stop by `max_items`, with `plain=True`, and whenever `doubts` is not empty.
        """

    @property
    @abstractmethod
    def possibly_changed(self) -> bool:
        """True if the listing detected items that appeared or disappeared in the meantime."""

    @property
    @abstractmethod
    def doubts(self) -> tuple[str, ...]:
        """Reasons why the listing may be incomplete, as text for people; empty if there are none."""


class AsyncPager(ABC, _GenericPager[ItemT, PageT]):
    """Asynchronous `Pager`, for `async for`."""

    __slots__ = ()

    @abstractmethod
    def __aiter__(self) -> AsyncIterator[ItemT]: ...

    @abstractmethod
    def pages(self) -> AsyncIterator[PageT]:
        """Iterate over the remaining pages. Each page is the response of one call, without items that were returned before."""

    @property
    @abstractmethod
    def total(self) -> int | None:
        """Number of items in the listing: by the first response of a time-ordered listing, by the latest response otherwise.

        `None` before the first page and if the service does not report a total.
        """

    @property
    @abstractmethod
    def cursor(self) -> str:
        """Resume point. Pass it as `start=` to an equal listing to continue with the next item."""

    @property
    @abstractmethod
    def complete(self) -> bool:
        """True at the end of the listing if it returned every item that existed throughout.

        False before the end, after a stop by `max_items`, with `plain=True`, and whenever `doubts` is not empty.
        """

    @property
    @abstractmethod
    def possibly_changed(self) -> bool:
        """True if the listing detected items that appeared or disappeared in the meantime."""

    @property
    @abstractmethod
    def doubts(self) -> tuple[str, ...]:
        """Reasons why the listing may be incomplete, as text for people; empty if there are none."""
