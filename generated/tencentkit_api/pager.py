# Written by `python -m generator emit` from generator/emit/templates/shared/pager.py.jinja.
# Do not edit: mend the template.
"""What a listing offers, for the signatures of `paginate`; `tencentkit` holds what drives it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any, Generic

if TYPE_CHECKING:
    # Type checkers know this module without its being installed; `typing` has defaults from Python 3.13 on only.
    from typing_extensions import TypeVar

    ItemT = TypeVar("ItemT", covariant=True)
    PageT = TypeVar("PageT", covariant=True, default=Any)

    class _Listing(Generic[ItemT, PageT]): ...
else:
    from typing import TypeVar

    ItemT = TypeVar("ItemT", covariant=True)
    PageT = TypeVar("PageT", covariant=True)

    class _Listing:
        __slots__ = ()

        def __class_getitem__(cls, _parameters):
            # `Pager[AsyncEvent]` leaves the page's type out, which run-time generics would refuse before Python 3.13.
            return cls


class Pager(ABC, _Listing[ItemT, PageT]):
    """A listing over all its pages: iterate it for the items, or `pages()` for the responses.

    It is read once, as a file is: iterating again goes on behind the last item that was given, and gives nothing at the end. For all items
    once more call `paginate` again, or keep them in a list.
    """

    __slots__ = ()

    @abstractmethod
    def __iter__(self) -> Iterator[ItemT]: ...

    @abstractmethod
    def pages(self) -> Iterator[PageT]:
        """The remaining pages, each as the response that a single call returns, but without items that were given before."""

    @property
    @abstractmethod
    def total(self) -> int | None:
        """Items in the whole listing, as the service last counted them; `None` before the first page and where it does not count."""

    @property
    @abstractmethod
    def cursor(self) -> str:
        """Where the listing stands: give it to `start=` of an equal listing to go on with the next item."""

    @property
    @abstractmethod
    def complete(self) -> bool:
        """Whether the listing is at its end, and nothing speaks against it that every item was given that was there throughout.

        `False` before the end, after `max_items` cut it off, for a plain walk, and whenever `doubts` says why.
        """

    @property
    @abstractmethod
    def possibly_changed(self) -> bool:
        """Whether items came or went while the listing was read, as far as it could see."""

    @property
    @abstractmethod
    def doubts(self) -> tuple[str, ...]:
        """What speaks against the listing's being complete, for people; empty where nothing does."""


class AsyncPager(ABC, _Listing[ItemT, PageT]):
    """`Pager` for `async for`."""

    __slots__ = ()

    @abstractmethod
    def __aiter__(self) -> AsyncIterator[ItemT]: ...

    @abstractmethod
    def pages(self) -> AsyncIterator[PageT]:
        """The remaining pages, each as the response that a single call returns, but without items that were given before."""

    @property
    @abstractmethod
    def total(self) -> int | None:
        """Items in the whole listing, as the service last counted them; `None` before the first page and where it does not count."""

    @property
    @abstractmethod
    def cursor(self) -> str:
        """Where the listing stands: give it to `start=` of an equal listing to go on with the next item."""

    @property
    @abstractmethod
    def complete(self) -> bool:
        """Whether the listing is at its end, and nothing speaks against it that every item was given that was there throughout.

        `False` before the end, after `max_items` cut it off, for a plain walk, and whenever `doubts` says why.
        """

    @property
    @abstractmethod
    def possibly_changed(self) -> bool:
        """Whether items came or went while the listing was read, as far as it could see."""

    @property
    @abstractmethod
    def doubts(self) -> tuple[str, ...]:
        """What speaks against the listing's being complete, for people; empty where nothing does."""
