"""Page fetchers: get the pages of a listing one at a time, or several ahead. Only they wait.

Both kinds send as many page requests as may be in flight, process the responses in the order of the requests, and drop stale ones.
However the consumer leaves, `close` ends the requests in flight.
"""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from tencentkit_api.deprecation import asked_here

from .._concurrency.cancellation import run_cancellable
from ..errors import ApiError, TencentkitError
from .listing import PagedListing
from .strategy import PageItems, PageRequest

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future


class PageFetcher:
    """Fetcher of pages for a thread.

    Args:
        listing: The listing.
        method: Gets one page.
        prefetch: Page requests in flight at most; with 0 the consumer's own thread gets each page when it needs it.
        make_pool: Makes the thread pool that fetches ahead, given the number of threads.
    """

    def __init__(
        self, listing: PagedListing, method: Callable[..., Any], prefetch: int, *, make_pool: Callable[[int], Executor] | None = None
    ) -> None:
        self._listing = listing
        self._method = method
        self._prefetch = prefetch
        self._in_flight: deque[tuple[PageRequest, Future[Any]]] = deque()
        self._stop = threading.Event()
        self._make_pool = make_pool or _thread_pool
        self._pool: Executor | None = None
        self._more = True

    def next(self) -> PageItems | None:
        """Return the next page; `None` at the end.

        Raises:
            TencentkitError: A page failed; `cursor` on the error resumes the listing.
        """
        try:
            while True:
                current = self._next_prefetched() if self._prefetch else self._fetch()
                if current is not None or not self._more:
                    return current
        except TencentkitError as error:
            failure = self._listing.annotate(error)
            if failure is error:
                raise
            raise failure from error

    def _fetch(self) -> PageItems | None:
        request = self._listing.next_request()
        self._more = request is not None
        if request is None:
            return None
        try:
            call = self._listing.call(request, self._method)
            with self._listing.record_time():
                page = call()
        except ApiError as error:
            if not self._listing.recovers_from(request, error):
                raise
            return None
        return self._listing.accept(request, page)

    def _next_prefetched(self) -> PageItems | None:
        self._fill()
        self._more = bool(self._in_flight)
        if not self._in_flight:
            return None
        request, future = self._in_flight.popleft()
        if self._listing.is_stale(request):
            future.cancel()
            return None
        try:
            page = future.result()
        except ApiError as error:
            if not self._listing.recovers_from(request, error):
                raise
            return None
        del future
        current = self._listing.accept(request, page)
        # Before the consumer works on this page.
        self._fill()
        return current

    def _fill(self) -> None:
        while self._in_flight and self._listing.is_stale(self._in_flight[0][0]):
            self._in_flight.popleft()[1].cancel()
        while len(self._in_flight) < self._prefetch and (request := self._listing.next_request()) is not None:
            if self._pool is None:
                self._pool = self._make_pool(self._prefetch)
            call = self._listing.call(request, self._method)
            with self._listing.record_time(), asked_here():
                work = partial(contextvars.copy_context().run, call)
            self._in_flight.append((request, self._pool.submit(run_cancellable, self._stop, work)))

    def close(self) -> None:
        """End the requests in flight: interrupt their waits, and wait for the responses of those that were sent."""
        self._stop.set()
        self._in_flight.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._listing.discard_pending()


def _thread_pool(size: int) -> Executor:
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(size, thread_name_prefix="tencentkit-pages")


class AsyncPageFetcher:
    """Fetcher of pages for an event loop; see `PageFetcher`."""

    def __init__(self, listing: PagedListing, method: Callable[..., Awaitable[Any]], prefetch: int) -> None:
        self._listing = listing
        self._method = method
        self._prefetch = prefetch
        self._in_flight: deque[tuple[PageRequest, asyncio.Task[Any]]] = deque()
        self._cancelled: set[asyncio.Task[Any]] = set()
        self._more = True

    async def next(self) -> PageItems | None:
        """See `PageFetcher.next`."""
        try:
            while True:
                current = await (self._next_prefetched() if self._prefetch else self._fetch())
                if current is not None or not self._more:
                    return current
        except TencentkitError as error:
            failure = self._listing.annotate(error)
            if failure is error:
                raise
            raise failure from error

    async def _fetch(self) -> PageItems | None:
        request = self._listing.next_request()
        self._more = request is not None
        if request is None:
            return None
        try:
            call = self._listing.call(request, self._method)
            with self._listing.record_time():
                page = await call()
        except ApiError as error:
            if not self._listing.recovers_from(request, error):
                raise
            return None
        return self._listing.accept(request, page)

    async def _next_prefetched(self) -> PageItems | None:
        self._fill()
        self._more = bool(self._in_flight)
        if not self._in_flight:
            return None
        request, task = self._in_flight[0]
        try:
            page = await asyncio.shield(task)
        except ApiError as error:
            self._in_flight.popleft()
            if not self._listing.recovers_from(request, error):
                raise
            return None
        self._in_flight.popleft()
        del task
        current = self._listing.accept(request, page)
        self._fill()
        return current

    def _fill(self) -> None:
        while self._in_flight and self._listing.is_stale(self._in_flight[0][0]):
            self._cancel(self._in_flight.popleft()[1])
        while len(self._in_flight) < self._prefetch and (request := self._listing.next_request()) is not None:
            call = self._listing.call(request, self._method)
            with self._listing.record_time(), asked_here():
                self._in_flight.append((request, asyncio.ensure_future(call())))

    def _cancel(self, task: asyncio.Task[Any]) -> None:
        task.cancel()
        self._cancelled.add(task)
        task.add_done_callback(self._cancelled.discard)

    async def close(self) -> None:
        """Cancel the requests in flight, and wait until they have ended."""
        while self._in_flight:
            self._cancel(self._in_flight.popleft()[1])
        await asyncio.gather(*self._cancelled, return_exceptions=True)
        self._listing.discard_pending()
