"""Connecting to one of several addresses of a host, each tried a moment after the one before (RFC 8305)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpcore

_HEAD_START = 0.25
"""Seconds that an address has before the next is tried beside it (RFC 8305)."""


async def connect_one_async(
    addresses: Sequence[str], connect: Callable[[str], Awaitable[httpcore.AsyncNetworkStream]]
) -> httpcore.AsyncNetworkStream:
    """Try all addresses, each a moment after the last; the first connection is taken and the others are closed."""
    if len(addresses) == 1:
        return await connect(addresses[0])
    tries: list[asyncio.Future[httpcore.AsyncNetworkStream]] = []
    try:
        taken = await _race(addresses, connect, tries)
    except BaseException:
        await _to_its_end(_drop(tries, None))
        raise
    try:
        await _to_its_end(_drop(tries, taken))
    except BaseException:  # cancelled meanwhile: nobody will take it
        await _to_its_end(taken.aclose())
        raise
    return taken


async def _race(
    addresses: Sequence[str],
    connect: Callable[[str], Awaitable[httpcore.AsyncNetworkStream]],
    tries: list[asyncio.Future[httpcore.AsyncNetworkStream]],
) -> httpcore.AsyncNetworkStream:
    for address in addresses:
        tries.append(asyncio.ensure_future(connect(address)))
        taken = await _first(tries, None if address is addresses[-1] else _HEAD_START)
        if taken is not None:
            return taken
    return tries[-1].result()  # all have failed: this raises


async def _to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Do `work` in a task of its own, which goes on where who waits for it is cancelled."""
    await asyncio.shield(asyncio.ensure_future(work))


async def _first(tries: Sequence[asyncio.Future[httpcore.AsyncNetworkStream]], wait: float | None) -> httpcore.AsyncNetworkStream | None:
    """The first connection among `tries` within `wait` seconds; none also as soon as all have failed."""
    loop = asyncio.get_running_loop()
    ends = None if wait is None else loop.time() + wait
    while True:
        for each in tries:
            if each.done() and not each.cancelled() and each.exception() is None:
                return each.result()
        pending = [each for each in tries if not each.done()]
        left = None if ends is None else ends - loop.time()
        if not pending or (left is not None and left <= 0):
            return None
        await asyncio.wait(pending, timeout=left, return_when=asyncio.FIRST_COMPLETED)


async def _drop(tries: Sequence[asyncio.Future[httpcore.AsyncNetworkStream]], taken: httpcore.AsyncNetworkStream | None) -> None:
    for each in tries:
        each.cancel()
    for ended in await asyncio.gather(*tries, return_exceptions=True):
        if not isinstance(ended, BaseException) and ended is not taken:
            await ended.aclose()
