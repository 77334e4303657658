"""TCP and TLS connection for event loops, on `asyncio.Protocol`."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar, cast

from ..errors import ConnectionFailed
from ._dns import HEAD_START, note_attempt, resolve_async, responsive_first
from ._limits import WaitLimits
from ._stream_sync import StreamState, is_readable

_CHUNK_BYTES = 65_536
_MOST_BUFFERED = 8 * _CHUNK_BYTES
_Stream = TypeVar("_Stream", bound="AsyncStreamBase")


class AsyncStreamBase(asyncio.Protocol):
    """Part of a connection that does not depend on how it receives a response.

    Args:
        limits: Limits of the current exchange.

    Attributes:
        limits: As above; each exchange sets its own.
        incomplete: Why the request was not written completely, or `None`. Its response may still arrive.
    """

    def __init__(self, limits: WaitLimits) -> None:
        self.limits = limits
        self.incomplete: BaseException | None = None
        self._transport: asyncio.Transport | None = None
        self._ended = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        self._use(cast("asyncio.Transport", transport))

    def _use(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        # With this limit asyncio calls `resume_writing` once the kernel has all data.
        transport.set_write_buffer_limits(0)

    async def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        """Make the TLS handshake and return the stream."""
        assert self._transport is not None  # noqa: S101 - it is connected
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self.limits.timeout()):
                transport = await loop.start_tls(self._transport, self, ssl_context, server_hostname=server_hostname)
        except TimeoutError as error:
            self.close()
            raise self.limits.timed_out() from error
        except OSError as error:
            self.close()
            raise self.limits.failed(error) from error
        except BaseException:
            self.close()
            raise
        if transport is None:
            raise self.limits.failed(ConnectionResetError("closed during the TLS handshake"))
        self._use(transport)
        return self

    def _last_data(self) -> bytes:
        """Return what the kernel has received: asyncio does not read it after a failed write."""
        assert self._transport is not None  # noqa: S101 - as above
        if self._transport.get_extra_info("ssl_object") is not None:
            return b""
        try:
            with socket.socket(fileno=os.dup(self._transport.get_extra_info("socket").fileno())) as copy:
                return copy.recv(_CHUNK_BYTES)
        except OSError:
            return b""

    def is_closed(self) -> bool:
        """Return whether the connection has ended, as far as the event loop knows."""
        return self._ended or self._transport is None or self._transport.is_closing()

    def is_readable(self) -> bool:
        """Return whether the kernel has data that the event loop has not read."""
        try:
            return self._transport is None or is_readable(self._transport.get_extra_info("socket"))
        except (OSError, ValueError):
            return True

    def close(self) -> None:
        """Close the socket in the next iteration of the event loop."""
        self._ended = True
        if self._transport is not None:
            with suppress(RuntimeError):  # its event loop has ended
                self._transport.abort()


class AsyncStream(AsyncStreamBase):
    """Connection with the methods of httpcore's network streams, whose timeouts its own limits replace."""

    def __init__(self, limits: WaitLimits) -> None:
        super().__init__(limits)
        self._received = bytearray()
        self._failure: BaseException | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._paused = False

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        self._received += data
        if len(self._received) > _MOST_BUFFERED and self._transport is not None and not self._paused:
            self._paused = True
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        """See `asyncio.Protocol`."""
        self._ended = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self._ended, self._failure = True, exc
        if exc is not None:
            self._received += self._last_data()
        self._wake()

    def resume_writing(self) -> None:
        """See `asyncio.Protocol`."""
        self._wake()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return received data; `b""` at the end of the stream."""
        while not self._received:
            failure = self._failure or (self.incomplete if self._ended else None)
            if failure is not None:
                raise self.limits.failed(failure) from failure
            if self._ended:
                return b""
            await self._wait()
        data = bytes(self._received[:max_bytes])
        del self._received[:max_bytes]
        if self._paused and not self._received:
            self._paused = False
            if not self.is_closed() and self._transport is not None:
                self._transport.resume_reading()
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send `buffer`. A server may respond and close before it has read all of it; `read` then returns that response."""
        for start in range(0, len(buffer), _CHUNK_BYTES):
            if self.is_closed():
                self.incomplete = self.incomplete or self._failure or ConnectionResetError("closed by the server")
            if self.incomplete is not None or self._transport is None:
                return
            self._transport.write(buffer[start : start + _CHUNK_BYTES] if len(buffer) > _CHUNK_BYTES else buffer)
            while self._transport.get_write_buffer_size() and not self._ended:
                if self._received and not self._received.startswith(b"HTTP/1.1 1"):
                    self.incomplete = ConnectionResetError("the server stopped reading the request")
                    return
                await self._wait()

    async def _wait(self) -> None:
        """Wait until the connection receives data, has sent all data, or has ended."""
        loop = asyncio.get_running_loop()
        seconds = self.limits.timeout()
        waiter = self._waiter = loop.create_future()
        timer = None if seconds is None else loop.call_later(seconds, self._expire, waiter)
        try:
            await waiter
        finally:
            self._waiter = None
            if timer is not None:
                timer.cancel()

    def _expire(self, waiter: asyncio.Future[None]) -> None:
        if not waiter.done():
            waiter.set_exception(self.limits.timed_out())

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def state(self) -> StreamState:
        """Return the state of the stream without waiting."""
        if self._received:
            return StreamState.DIRTY
        # The event loop reads in the background: data in the kernel means that the connection has ended, or has new data.
        return StreamState.ENDED if self.incomplete or self.is_closed() or self.is_readable() else StreamState.CLEAN

    async def aclose(self) -> None:
        """Close the socket; it does not wait, so a cancellation does not leave it open."""
        self.close()

    def get_extra_info(self, info: str) -> Any:
        """Return an attribute of the connection; see httpcore."""
        if info == "is_readable":
            return self.is_readable()
        name = {"client_addr": "sockname", "server_addr": "peername"}.get(info, info)
        return None if self._transport is None else self._transport.get_extra_info(name)


async def connect_async(make: Callable[[WaitLimits], _Stream], host: str, port: int, limits: WaitLimits) -> _Stream:
    """Connect to the first address of `host` that responds; see `_stream_sync.connect`."""
    try:
        async with asyncio.timeout(limits.timeout()):
            addresses = responsive_first(await resolve_async(host, port, None))
            return await _connect_first(partial(make, limits), addresses, port)
    except TimeoutError as error:
        raise limits.timed_out() from error
    except ConnectionFailed:
        raise
    except OSError as error:
        raise limits.failed(error) from error


async def _connect_first(make: Callable[[], _Stream], addresses: Sequence[str], port: int) -> _Stream:
    loop = asyncio.get_running_loop()
    if len(addresses) == 1:
        return (await loop.create_connection(make, addresses[0], port))[1]
    attempts: dict[asyncio.Task[tuple[asyncio.Transport, _Stream]], str] = {}
    winner: asyncio.Task[tuple[asyncio.Transport, _Stream]] | None = None
    try:
        for address in addresses:
            attempts[asyncio.ensure_future(loop.create_connection(make, address, port))] = address
            winner = await _first(attempts, None if address is addresses[-1] else HEAD_START)
            if winner is not None:
                return winner.result()[1]
    finally:
        for attempt, address in attempts.items():
            note_attempt(address, connected=attempt is winner)
            if attempt is not winner:
                attempt.cancel()
                attempt.add_done_callback(_abandon)
    raise next((error for attempt in attempts if (error := attempt.exception()) is not None), OSError("the DNS lookup returned no address"))


async def _first(attempts: Any, wait: float | None) -> asyncio.Task[Any] | None:
    """Return the first attempt that connected within `wait` seconds; `None` after that time, or once all have failed."""
    loop = asyncio.get_running_loop()
    until = None if wait is None else loop.time() + wait
    while True:
        for attempt in attempts:
            if attempt.done() and not attempt.cancelled() and attempt.exception() is None:
                winner: asyncio.Task[Any] = attempt
                return winner
        pending = [attempt for attempt in attempts if not attempt.done()]
        left = None if until is None else until - loop.time()
        if not pending or (left is not None and left <= 0):
            return None
        await asyncio.wait(pending, timeout=left, return_when=asyncio.FIRST_COMPLETED)


def _abandon(attempt: asyncio.Task[tuple[asyncio.Transport, Any]]) -> None:
    """Close a connection that was made in spite of the cancellation."""
    if not attempt.cancelled() and attempt.exception() is None:
        attempt.result()[0].abort()
