"""Network backend of httpcore for event loops: DNS lookup in our own thread, connection attempts (RFC 8305), TLS.

httpcore 1.0 leaves the socket of a cancelled TLS handshake to the garbage collector; here it closes at once.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import httpcore

from ._dns import resolve_async

if TYPE_CHECKING:
    import httpx

_HEAD_START = 0.25
"""Seconds after which the next address is tried in parallel (RFC 8305)."""


class AsyncBackend(httpcore.AsyncNetworkBackend):
    """Network backend that closes the socket of a cancelled connection attempt."""

    def __init__(self, inner: httpcore.AsyncNetworkBackend) -> None:
        self._inner = inner

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        started = time.monotonic()
        addresses = await resolve_async(host, port, timeout)
        left = None if timeout is None else max(0.0, timeout - (time.monotonic() - started))

        def connect(address: str) -> Awaitable[httpcore.AsyncNetworkStream]:
            return self._inner.connect_tcp(address, port, left, local_address, socket_options)

        return _AsyncStream(await connect_first_async(addresses, connect))

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return _AsyncStream(await self._inner.connect_unix_socket(path, timeout, socket_options))

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)


class _AsyncStream(httpcore.AsyncNetworkStream):
    """Connection with or without TLS."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self.inner = inner

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return await self.inner.read(max_bytes, timeout)
        except ssl.SSLError as error:  # only the asynchronous httpcore does not map it
            raise httpcore.ReadError(str(error)) from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            await self.inner.write(buffer, timeout)
        except ssl.SSLError as error:
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        # In a task of its own, closing completes although the caller is cancelled.
        await asyncio.shield(asyncio.ensure_future(self.inner.aclose()))

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        try:
            return _AsyncStream(await self.inner.start_tls(ssl_context, server_hostname, timeout))
        except BaseException:
            await self.aclose()
            raise

    def get_extra_info(self, info: str) -> Any:
        return self.inner.get_extra_info(info)


def install_async_backend(client: httpx.AsyncClient) -> None:
    """Give every pool of `client`, also those behind proxies, an `AsyncBackend`."""
    import httpx

    for transport in (client._transport, *client._mounts.values()):  # noqa: SLF001 - as in _backend_sync
        if isinstance(transport, httpx.AsyncHTTPTransport):
            pool = transport._pool  # noqa: SLF001
            pool._network_backend = AsyncBackend(pool._network_backend)  # noqa: SLF001


async def connect_first_async(
    addresses: Sequence[str], connect: Callable[[str], Awaitable[httpcore.AsyncNetworkStream]]
) -> httpcore.AsyncNetworkStream:
    """Race the addresses, each with a head start over the next. Return the first connection; close the others."""
    if len(addresses) == 1:
        return await connect(addresses[0])
    attempts: list[asyncio.Future[httpcore.AsyncNetworkStream]] = []
    try:
        winner = await _race(addresses, connect, attempts)
    except BaseException:
        await _shielded(_cancel_others(attempts, None))
        raise
    try:
        await _shielded(_cancel_others(attempts, winner))
    except BaseException:  # cancelled, so the caller never gets the connection
        await _shielded(winner.aclose())
        raise
    return winner


async def _race(
    addresses: Sequence[str],
    connect: Callable[[str], Awaitable[httpcore.AsyncNetworkStream]],
    attempts: list[asyncio.Future[httpcore.AsyncNetworkStream]],
) -> httpcore.AsyncNetworkStream:
    for address in addresses:
        attempts.append(asyncio.ensure_future(connect(address)))
        winner = await _first(attempts, None if address is addresses[-1] else _HEAD_START)
        if winner is not None:
            return winner
    return attempts[-1].result()  # all have failed: this raises


async def _shielded(work: Coroutine[Any, Any, None]) -> None:
    """Run `work` in a task that continues if the caller is cancelled."""
    await asyncio.shield(asyncio.ensure_future(work))


async def _first(attempts: Sequence[asyncio.Future[httpcore.AsyncNetworkStream]], wait: float | None) -> httpcore.AsyncNetworkStream | None:
    """Return the first connection within `wait` seconds; `None` after that time, or once all attempts have failed."""
    loop = asyncio.get_running_loop()
    ends = None if wait is None else loop.time() + wait
    while True:
        for attempt in attempts:
            if attempt.done() and not attempt.cancelled() and attempt.exception() is None:
                return attempt.result()
        pending = [attempt for attempt in attempts if not attempt.done()]
        left = None if ends is None else ends - loop.time()
        if not pending or (left is not None and left <= 0):
            return None
        await asyncio.wait(pending, timeout=left, return_when=asyncio.FIRST_COMPLETED)


async def _cancel_others(
    attempts: Sequence[asyncio.Future[httpcore.AsyncNetworkStream]], winner: httpcore.AsyncNetworkStream | None
) -> None:
    for attempt in attempts:
        attempt.cancel()
    for result in await asyncio.gather(*attempts, return_exceptions=True):
        if not isinstance(result, BaseException) and result is not winner:
            await result.aclose()
