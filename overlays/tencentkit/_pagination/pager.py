"""Listings over all their pages, for threads and for event loops."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import islice
from typing import Any

from tencentkit_api.action import PagingOptions
from tencentkit_api.pager import AsyncPager, ItemT, Pager, PageT

from ..errors import RequestInvalid
from .listing import Listing
from .prefetch import AsyncPageFetcher, PageFetcher
from .progress_bar import Bar
from .strategy import PageItems


class _Standing:
    """What both kinds of pager say of their listing."""

    __slots__ = ("_bar", "_listing", "_method", "_prefetch")

    def __init__(self, listing: Listing, method: Callable[..., Any], options: PagingOptions) -> None:
        prefetch = options.prefetch
        if isinstance(prefetch, bool) or not isinstance(prefetch, int) or prefetch < 0:
            raise RequestInvalid("prefetch", "must be a whole number of pages from 0")
        self._listing = listing
        self._method = method
        self._prefetch = prefetch
        self._bar = Bar(listing.action.name) if options.progress else None

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

    def _rest(self) -> PageItems | None:
        """What an iteration that was left has not given yet."""
        batch = self._listing.batch
        return batch if batch is not None and batch.at < len(batch.items) else None

    def _show(self) -> None:
        if self._bar is not None:
            self._bar.show(self._listing.given, self._listing.total)

    def _hide(self) -> None:
        if self._bar is not None:
            self._bar.close()


class ListingPager(_Standing, Pager[ItemT, PageT]):
    """`Pager` over a method of a client; made by `paginate`."""

    __slots__ = ()

    def __iter__(self) -> Iterator[ItemT]:
        feed = PageFetcher(self._listing, self._method, self._prefetch)
        try:
            batch = self._rest() or feed.next()
            while batch is not None:
                self._show()
                for item in islice(batch.items, batch.at, None):
                    batch.at += 1
                    yield item
                batch = feed.next()
        finally:
            feed.close()
            self._hide()

    def pages(self) -> Iterator[PageT]:
        """See `Pager.pages`."""
        feed = PageFetcher(self._listing, self._method, self._prefetch)
        try:
            batch = self._rest() or feed.next()
            while batch is not None:
                self._show()
                yield _page(self._listing, batch)
                batch = feed.next()
        finally:
            feed.close()
            self._hide()


class AsyncListingPager(_Standing, AsyncPager[ItemT, PageT]):
    """`AsyncPager` over a method of a client; made by `paginate`."""

    __slots__ = ()

    def __init__(self, listing: Listing, method: Callable[..., Awaitable[PageT]], options: PagingOptions) -> None:
        super().__init__(listing, method, options)

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        feed = AsyncPageFetcher(self._listing, self._method, self._prefetch)
        try:
            batch = self._rest() or await feed.next()
            while batch is not None:
                self._show()
                for item in islice(batch.items, batch.at, None):
                    batch.at += 1
                    yield item
                batch = await feed.next()
        finally:
            await feed.close()
            self._hide()

    async def pages(self) -> AsyncIterator[PageT]:
        """See `AsyncPager.pages`."""
        feed = AsyncPageFetcher(self._listing, self._method, self._prefetch)
        try:
            batch = self._rest() or await feed.next()
            while batch is not None:
                self._show()
                yield _page(self._listing, batch)
                batch = await feed.next()
        finally:
            await feed.close()
            self._hide()


def _page(listing: Listing, batch: PageItems) -> Any:
    """The page with the items that were not given one by one."""
    if batch.at:
        setattr(batch.page, listing.items_attribute, batch.items[batch.at :])
    batch.at = len(batch.items)
    return batch.page
