"""Bringing a listing's pages, one at a time or several ahead: the only places where a listing waits.

Both kinds ask for as many pages as may be on their way, take them in in the order of the asking, and drop what became
worthless. Whatever way the consumer leaves, `close` ends what is still on its way.
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

from .._concurrency.cancellation import run_stoppable
from ..errors import ApiError, TencentkitError
from .listing import Listing
from .strategy import PageItems, PageRequest

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future


class PageFetcher:
    """Pages for a thread.

    Args:
        listing: What to list.
        method: What gets a page.
        prefetch: How many pages may be on their way; 0: each is fetched by the consumer's own thread when it is needed.
        pool: What makes the threads that fetch ahead, given their number.
    """

    def __init__(
        self, listing: Listing, method: Callable[..., Any], prefetch: int, *, pool: Callable[[int], Executor] | None = None
    ) -> None:
        self._listing = listing
        self._method = method
        self._prefetch = prefetch
        self._flying: deque[tuple[PageRequest, Future[Any]]] = deque()
        self._stop = threading.Event()
        self._make_pool = pool or _threads
        self._pool: Executor | None = None
        self._more = True

    def next(self) -> PageItems | None:
        """The next page; `None` at the end.

        Raises:
            TencentkitError: A page failed; `cursor` on it says where to go on.
        """
        try:
            while True:
                batch = self._step() if self._prefetch else self._step_alone()
                if batch is not None or not self._more:
                    return batch
        except TencentkitError as error:
            failure = self._listing.failed(error)
            if failure is error:
                raise
            raise failure from error

    def _step_alone(self) -> PageItems | None:
        ask = self._listing.ask()
        self._more = ask is not None
        if ask is None:
            return None
        try:
            arguments = self._listing.arguments(ask)
            with self._listing.booking():
                page = self._method(**arguments)
        except ApiError as error:
            if not self._listing.bears(ask, error):
                raise
            return None
        return self._listing.take(ask, page)

    def _step(self) -> PageItems | None:
        self._fill()
        self._more = bool(self._flying)
        if not self._flying:
            return None
        ask, future = self._flying.popleft()
        if self._listing.stale(ask):
            future.cancel()
            return None
        try:
            page = future.result()
        except ApiError as error:
            if not self._listing.bears(ask, error):
                raise
            return None
        del future
        batch = self._listing.take(ask, page)
        # Before the consumer works: that is what fetching ahead is for.
        self._fill()
        return batch

    def _fill(self) -> None:
        while self._flying and self._listing.stale(self._flying[0][0]):
            self._flying.popleft()[1].cancel()
        while len(self._flying) < self._prefetch and (ask := self._listing.ask()) is not None:
            if self._pool is None:
                self._pool = self._make_pool(self._prefetch)
            arguments = self._listing.arguments(ask)
            with self._listing.booking(), asked_here():
                work = partial(contextvars.copy_context().run, self._method, **arguments)
            self._flying.append((ask, self._pool.submit(run_stoppable, self._stop, work)))

    def close(self) -> None:
        """End what is on its way: waits at once, a request that was sent with its answer."""
        self._stop.set()
        self._flying.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._listing.rewind()


def _threads(number: int) -> Executor:
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(number, thread_name_prefix="tencentkit-pages")


class AsyncPageFetcher:
    """Pages for an event loop; see `PageFetcher`."""

    def __init__(self, listing: Listing, method: Callable[..., Awaitable[Any]], prefetch: int) -> None:
        self._listing = listing
        self._method = method
        self._prefetch = prefetch
        self._flying: deque[tuple[PageRequest, asyncio.Task[Any]]] = deque()
        self._dropped: set[asyncio.Task[Any]] = set()
        self._more = True

    async def next(self) -> PageItems | None:
        """See `PageFetcher.next`."""
        try:
            while True:
                batch = await (self._step() if self._prefetch else self._step_alone())
                if batch is not None or not self._more:
                    return batch
        except TencentkitError as error:
            failure = self._listing.failed(error)
            if failure is error:
                raise
            raise failure from error

    async def _step_alone(self) -> PageItems | None:
        ask = self._listing.ask()
        self._more = ask is not None
        if ask is None:
            return None
        try:
            arguments = self._listing.arguments(ask)
            with self._listing.booking():
                page = await self._method(**arguments)
        except ApiError as error:
            if not self._listing.bears(ask, error):
                raise
            return None
        return self._listing.take(ask, page)

    async def _step(self) -> PageItems | None:
        self._fill()
        self._more = bool(self._flying)
        if not self._flying:
            return None
        ask, task = self._flying[0]
        try:
            page = await asyncio.shield(task)
        except ApiError as error:
            self._flying.popleft()
            if not self._listing.bears(ask, error):
                raise
            return None
        self._flying.popleft()
        del task
        batch = self._listing.take(ask, page)
        self._fill()
        return batch

    def _fill(self) -> None:
        while self._flying and self._listing.stale(self._flying[0][0]):
            self._drop(self._flying.popleft()[1])
        while len(self._flying) < self._prefetch and (ask := self._listing.ask()) is not None:
            arguments = self._listing.arguments(ask)
            with self._listing.booking(), asked_here():
                self._flying.append((ask, asyncio.ensure_future(self._method(**arguments))))

    def _drop(self, task: asyncio.Task[Any]) -> None:
        task.cancel()
        self._dropped.add(task)
        task.add_done_callback(self._dropped.discard)

    async def close(self) -> None:
        """Cancel what is on its way, and wait until it has ended."""
        while self._flying:
            self._drop(self._flying.popleft()[1])
        await asyncio.gather(*self._dropped, return_exceptions=True)
        self._listing.rewind()
