"""TCP and TLS connection for event loops, on `asyncio.Protocol`."""

# ruff: noqa: ARG002 - httpcore passes timeouts, which the limits of the exchange replace

from __future__ import annotations

import asyncio
import os
import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, cast

from .. import _timers
from .._monotonic import monotonic
from ..errors import ConnectionFailed
from ._connections import Connection
from ._dns import HEAD_START, note_attempts, resolve_async, responsive_first
from ._limits import WaitLimits
from ._stream_sync import READABLE, StreamState, ends_request, new_poll, set_options

_CHUNK_BYTES = 65_536
_MOST_BUFFERED = 8 * _CHUNK_BYTES


class AsyncSocketStream(asyncio.Protocol, Connection):
    """`SocketStream` for event loops.

    Args:
        limits: Limits of the current exchange.

    Attributes:
        limits: As above; each exchange sets its own.
        incomplete: Why the request was not written completely, or `None`. Its response may still arrive.
    """

    def __init__(self, limits: WaitLimits) -> None:
        super().__init__()
        self.limits = limits
        self.incomplete: BaseException | None = None
        self._transport: asyncio.Transport | None = None
        self._socket: Any = None
        self._poll: Any = None
        self._received = bytearray()
        self._failure: BaseException | None = None
        self._ended = False
        self._waiter: asyncio.Future[None] | None = None
        self._paused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        self._transport = cast("asyncio.Transport", transport)
        # With this limit asyncio calls `resume_writing` once the kernel has all data.
        self._transport.set_write_buffer_limits(0)
        self._socket, self._poll = transport.get_extra_info("socket"), new_poll()
        self._poll.register(self._socket, READABLE)
        set_options(self._socket)

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        self._received += data
        if len(self._received) > _MOST_BUFFERED and self._transport is not None and not self._paused:
            self._paused = True
            self._transport.pause_reading()
        self.resume_writing()

    def eof_received(self) -> None:
        """See `asyncio.Protocol`."""
        self._ended = True
        self.resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self._ended, self._failure = True, exc
        if exc is not None:
            self._received += self._last_data()
        self.resume_writing()

    def resume_writing(self) -> None:
        """See `asyncio.Protocol`."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        """Make the TLS handshake and return the stream."""
        assert self._transport is not None  # noqa: S101 - it is connected
        try:
            async with _timers.timeout(self.limits.timeout()):
                loop = asyncio.get_running_loop()
                transport = await loop.start_tls(self._transport, self, ssl_context, server_hostname=server_hostname)
            if transport is None:
                raise ConnectionResetError("closed during the TLS handshake")  # noqa: TRY301 - handled as the others
        except TimeoutError as error:
            self.close()
            raise self.limits.timed_out() from error
        except OSError as error:
            self.close()
            raise self.limits.failed(error) from error
        except BaseException:
            self.close()
            raise
        self.connection_made(transport)
        return self

    async def read(self, max_bytes: int = _CHUNK_BYTES, timeout: float | None = None) -> bytes:
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
        if self._paused and not self._received and self._transport is not None:
            self._paused = False
            if not self.is_closed():
                self._transport.resume_reading()
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send `buffer`. A server may respond and close before it has read all of it; `read` then returns that response."""
        for start in range(0, len(buffer), _CHUNK_BYTES):
            if self.is_closed() and self.incomplete is None:
                self.incomplete = self._failure or ConnectionResetError("closed by the server")
            if self.incomplete is not None or self._transport is None:
                return
            self._transport.write(buffer[start : start + _CHUNK_BYTES] if len(buffer) > _CHUNK_BYTES else buffer)
            while self._transport.get_write_buffer_size() and not self._ended:
                if ends_request(self._received):
                    self.incomplete = ConnectionResetError("the server stopped reading the request")
                    return
                await self._wait()

    async def _wait(self) -> None:
        """Wait until the connection receives data, has sent all data, or has ended."""
        loop = asyncio.get_running_loop()
        seconds = self.limits.timeout()
        waiter = self._waiter = loop.create_future()
        timer = None if seconds is None else _timers.call_later(loop, seconds, self._expire, waiter)
        try:
            await waiter
        finally:
            self._waiter = None
            if timer is not None:
                timer.cancel()

    def _expire(self, waiter: asyncio.Future[None]) -> None:
        if not waiter.done():
            waiter.set_exception(self.limits.timed_out())

    def _last_data(self) -> bytes:
        """Return what the kernel has received: asyncio does not read it after a failed write."""
        if self._transport is None or self._transport.get_extra_info("ssl_object") is not None:
            return b""
        try:
            with socket.socket(fileno=os.dup(self._socket.fileno())) as copy:
                return copy.recv(_CHUNK_BYTES)
        except OSError:
            return b""

    def is_closed(self) -> bool:
        """Return whether the connection has ended, as far as the event loop knows."""
        return self._ended or self._transport is None or self._transport.is_closing()

    def state(self) -> StreamState:
        """Return the state of the stream without waiting."""
        if self._received:
            return StreamState.DIRTY
        try:
            # The event loop reads in the background: data in the kernel means that the connection has ended, or has new data.
            ended = self.incomplete is not None or self.is_closed() or bool(self._poll.poll(0))
        except (OSError, ValueError):
            ended = True
        return StreamState.ENDED if ended else StreamState.CLEAN

    def is_stale(self) -> bool:
        """See `Connection`."""
        return self.state() is not StreamState.CLEAN

    def close(self) -> None:
        """Close the socket in the next iteration of the event loop."""
        self._ended = True
        if self._transport is not None:
            with suppress(RuntimeError):  # its event loop has ended
                self._transport.abort()

    async def aclose(self) -> None:
        """Close the socket; it does not wait, so a cancellation does not leave it open."""
        self.close()

    def get_extra_info(self, info: str) -> Any:
        """Return an attribute of the connection; see httpcore."""
        return None if self._transport is None else self._transport.get_extra_info(info)


async def connect_async(host: str, port: int, limits: WaitLimits) -> AsyncSocketStream:
    """Connect to the first address of `host` that responds; see `_stream_sync.connect`."""
    try:
        async with _timers.timeout(limits.timeout()):
            addresses = responsive_first(await resolve_async(host, port, None))
            return await _connect_first(partial(AsyncSocketStream, limits), addresses, port)
    except TimeoutError as error:
        raise limits.timed_out() from error
    except ConnectionFailed:
        raise
    except OSError as error:
        raise limits.failed(error) from error


async def _connect_first(make: Callable[[], AsyncSocketStream], addresses: Sequence[str], port: int) -> AsyncSocketStream:
    loop = asyncio.get_running_loop()
    if len(addresses) == 1:
        return (await loop.create_connection(make, addresses[0], port))[1]
    attempts: dict[asyncio.Task[tuple[asyncio.Transport, AsyncSocketStream]], str] = {}
    winner: asyncio.Task[tuple[asyncio.Transport, AsyncSocketStream]] | None = None
    try:
        for address in addresses:
            attempts[asyncio.ensure_future(loop.create_connection(make, address, port))] = address
            winner = await _first(attempts, None if address is addresses[-1] else HEAD_START)
            if winner is not None:
                return winner.result()[1]
    finally:
        note_attempts(addresses, None if winner is None else attempts[winner])
        for attempt in attempts:
            if attempt is not winner:
                attempt.cancel()
                attempt.add_done_callback(_abandon)
    raise next((error for attempt in attempts if (error := attempt.exception()) is not None), OSError("the DNS lookup returned no address"))


async def _first(attempts: Any, wait: float | None) -> asyncio.Task[Any] | None:
    """Return the first attempt that connected within `wait` seconds; `None` after that time, or once all have failed."""
    until = None if wait is None else monotonic() + wait
    while True:
        for attempt in attempts:
            if attempt.done() and not attempt.cancelled() and attempt.exception() is None:
                winner: asyncio.Task[Any] = attempt
                return winner
        pending = [attempt for attempt in attempts if not attempt.done()]
        left = None if until is None else until - monotonic()
        if not pending or (left is not None and left <= 0):
            return None
        with suppress(TimeoutError):
            async with _timers.timeout(left):
                await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)


def _abandon(attempt: asyncio.Task[tuple[asyncio.Transport, Any]]) -> None:
    """Close a connection that was made in spite of the cancellation."""
    if not attempt.cancelled() and attempt.exception() is None:
        attempt.result()[0].abort()
