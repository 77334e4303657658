"""Pagers: iterators over all pages of a listing, for threads and for event loops."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import islice
from typing import Any

from tencentkit_api.action import PagingOptions
from tencentkit_api.pager import AsyncPager, ItemT, Pager, PageT

from ..errors import RequestInvalid
from .listing import PagedListing
from .paths import set_at
from .prefetch import AsyncPageFetcher, PageFetcher
from .progress_bar import ProgressBar
from .strategy import PageItems


class _BasePager:
    """State of a listing, as both kinds of pager report it."""

    __slots__ = ("_bar", "_listing", "_method", "_prefetch")

    def __init__(self, listing: PagedListing, method: Callable[..., Any], options: PagingOptions) -> None:
        prefetch = options.prefetch
        if isinstance(prefetch, bool) or not isinstance(prefetch, int) or prefetch < 0:
            raise RequestInvalid("prefetch", "must be an integer of at least 0: the number of pages to fetch ahead")
        self._listing = listing
        self._method = method
        self._prefetch = prefetch
        self._bar = ProgressBar(listing.action.name) if options.progress else None

    @property
    def total(self) -> int | None:
        """See `Pager.total`."""
        return self._listing.total

    @property
    def cursor(self) -> str:
        """See `Pager.cursor`."""
        return self._listing.cursor

    @property
    def complete(self) -> bool:
        """See `Pager.complete`."""
        return self._listing.complete

    @property
    def possibly_changed(self) -> bool:
        """See `Pager.possibly_changed`."""
        return self._listing.possibly_changed

    @property
    def doubts(self) -> tuple[str, ...]:
        """See `Pager.doubts`."""
        return self._listing.doubts

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._listing}>"

    def _undelivered(self) -> PageItems | None:
        """Return the page that an earlier iteration left unfinished."""
        current = self._listing.current
        return current if current is not None and current.delivered < len(current.items) else None

    def _show(self) -> None:
        if self._bar is not None:
            self._bar.show(self._listing.received, self._listing.total)

    def _hide(self) -> None:
        if self._bar is not None:
            self._bar.close()


class ListingPager(_BasePager, Pager[ItemT, PageT]):
    """`Pager` over a method of a client; see `paginate`."""

    __slots__ = ()

    def __iter__(self) -> Iterator[ItemT]:
        fetcher = PageFetcher(self._listing, self._method, self._prefetch)
        try:
            current = self._undelivered() or fetcher.next()
            while current is not None:
                self._show()
                for item in islice(current.items, current.delivered, None):
                    current.delivered += 1
                    yield item
                current = fetcher.next()
        finally:
            fetcher.close()
            self._hide()

    def pages(self) -> Iterator[PageT]:
        """See `Pager.pages`."""
        fetcher = PageFetcher(self._listing, self._method, self._prefetch)
        try:
            current = self._undelivered() or fetcher.next()
            while current is not None:
                self._show()
                yield _page(self._listing, current)
                current = fetcher.next()
        finally:
            fetcher.close()
            self._hide()


class AsyncListingPager(_BasePager, AsyncPager[ItemT, PageT]):
    """`AsyncPager` over a method of a client; see `paginate`."""

    __slots__ = ()

    def __init__(self, listing: PagedListing, method: Callable[..., Awaitable[PageT]], options: PagingOptions) -> None:
        super().__init__(listing, method, options)

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        fetcher = AsyncPageFetcher(self._listing, self._method, self._prefetch)
        try:
            current = self._undelivered() or await fetcher.next()
            while current is not None:
                self._show()
                for item in islice(current.items, current.delivered, None):
                    current.delivered += 1
                    yield item
                current = await fetcher.next()
        finally:
            await fetcher.close()
            self._hide()

    async def pages(self) -> AsyncIterator[PageT]:
        """See `AsyncPager.pages`."""
        fetcher = AsyncPageFetcher(self._listing, self._method, self._prefetch)
        try:
            current = self._undelivered() or await fetcher.next()
            while current is not None:
                self._show()
                yield _page(self._listing, current)
                current = await fetcher.next()
        finally:
            await fetcher.close()
            self._hide()


def _page(listing: PagedListing, current: PageItems) -> Any:
    """Return the page without the items that were delivered one by one."""
    if current.delivered:
        set_at(current.page, listing.items_attribute, current.items[current.delivered :])
    current.delivered = len(current.items)
    return current.page
