"""Listings over all their pages, for threads and for event loops."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

from tencentkit_api.pager import AsyncPager, ItemT, Pager, PageT

from ._listing import Listing
from .errors import TencentkitError


class ListingPager(Pager[ItemT, PageT]):
    """`Pager` over a method of a client; made by `paginate`."""

    def __init__(self, listing: Listing, method: Callable[..., PageT]) -> None:
        self._listing = listing
        self._method = method

    def __iter__(self) -> Iterator[ItemT]:
        for _, items in self._pages():
            for item in items:
                self._listing.given(1)
                yield item

    def pages(self) -> Iterator[PageT]:
        """See `Pager.pages`."""
        for page, items in self._pages():
            self._listing.given(len(items))
            yield page

    def _pages(self) -> Iterator[tuple[PageT, list[Any]]]:
        try:
            while (arguments := self._listing.next_arguments()) is not None:
                page = self._method(**arguments)
                yield page, self._listing.received(page)
        except TencentkitError as error:
            failure = self._listing.failed(error)
            if failure is error:
                raise
            raise failure from error

    @property
    def total(self) -> int | None:
        """See `Pager.total`."""
        return self._listing.total

    @property
    def cursor(self) -> str:
        """See `Pager.cursor`."""
        return self._listing.cursor


class AsyncListingPager(AsyncPager[ItemT, PageT]):
    """`AsyncPager` over a method of a client; made by `paginate`."""

    def __init__(self, listing: Listing, method: Callable[..., Awaitable[PageT]]) -> None:
        self._listing = listing
        self._method = method

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async for _, items in self._pages():
            for item in items:
                self._listing.given(1)
                yield item

    async def pages(self) -> AsyncIterator[PageT]:
        """See `AsyncPager.pages`."""
        async for page, items in self._pages():
            self._listing.given(len(items))
            yield page

    async def _pages(self) -> AsyncIterator[tuple[PageT, list[Any]]]:
        try:
            while (arguments := self._listing.next_arguments()) is not None:
                page = await self._method(**arguments)
                yield page, self._listing.received(page)
        except TencentkitError as error:
            failure = self._listing.failed(error)
            if failure is error:
                raise
            raise failure from error

    @property
    def total(self) -> int | None:
        """See `AsyncPager.total`."""
        return self._listing.total

    @property
    def cursor(self) -> str:
        """See `AsyncPager.cursor`."""
        return self._listing.cursor
