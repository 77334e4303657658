"""TCP and TLS connection for threads: a non-blocking socket whose waits have a timeout."""

# ruff: noqa: ARG002 - httpcore passes timeouts, which the limits of the exchange replace

from __future__ import annotations

import os
import select
import socket
import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import Enum
from typing import Any, TypeVar

from .._monotonic import monotonic
from ._connections import Connection
from ._dns import HEAD_START, note_attempts, resolve, responsive_first
from ._limits import WaitLimits

_READ_BYTES = 65_536
_INTERIM = b"HTTP/1.1 1"
_MOST_INTERIM = 100 * 1024
"""Limit of httpcore for a head."""
_LONGEST_POLL = 1e9
"""Longest timeout of `poll` in milliseconds: some systems accept no more."""
READABLE, WRITABLE = getattr(select, "POLLIN", 1), getattr(select, "POLLOUT", 4)
_T = TypeVar("_T")


class _SelectPoll:
    """`select.poll` for Windows."""

    def __init__(self) -> None:
        self._wanted: dict[int, int] = {}

    def register(self, of: Any, events: int) -> None:
        self._wanted[of.fileno()] = events

    def poll(self, milliseconds: float | None) -> list[tuple[int, int]]:
        reads, writes = ([number for number, events in self._wanted.items() if events & wait] for wait in (READABLE, WRITABLE))
        readable, writable, failed = select.select(reads, writes, writes, None if milliseconds is None else milliseconds / 1000)
        return [*((number, READABLE) for number in readable), *((number, WRITABLE) for number in {*writable, *failed})]


new_poll: Callable[[], Any] = getattr(select, "poll", _SelectPoll)


def set_options(of: Any) -> None:
    """Set the options of a TCP socket."""
    of.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if hasattr(socket, "TCP_NOTSENT_LOWAT"):
        # Otherwise the kernel holds megabytes of a slow upload, and the timeout of the response starts too early.
        of.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, 2 * _READ_BYTES)


def ends_request(early: bytes | bytearray) -> bool:
    """Return whether data received before the request is complete holds more than interim responses (status 1xx) or a part of one."""
    while early.startswith(_INTERIM):
        end = early.find(b"\r\n\r\n")
        if end < 0:
            return len(early) > _MOST_INTERIM
        early = early[end + 4 :]
    return not _INTERIM.startswith(bytes(early))


class StreamState(Enum):
    """State of a connection after a response, or while it is idle."""

    CLEAN = "clean"
    """No data follows: the connection is reusable."""
    ENDED = "ended"
    """The server closed the connection."""
    DIRTY = "dirty"
    """Unexpected data follows the response."""


class SocketStream(Connection):
    """Connection with or without TLS. It has the methods of httpcore's network streams, whose timeouts its own limits replace.

    Args:
        connected: Connected socket.
        limits: Limits of the current exchange.

    Attributes:
        limits: As above; each exchange sets its own.
        incomplete: Why the request was not written completely, or `None`. Its response may still arrive.
    """

    def __init__(self, connected: socket.socket, limits: WaitLimits) -> None:
        super().__init__()
        self.limits = limits
        self.incomplete: OSError | None = None
        self._early = b""
        self._tls: ssl.SSLSocket | None = None
        connected.settimeout(0)
        self._use(connected)

    def _use(self, connected: socket.socket) -> None:
        self._socket = connected
        self._poll = new_poll()
        self._poll.register(connected, READABLE)

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None) -> Any:
        """Make the TLS handshake and return the stream."""
        if self._tls is not None:
            return _NestedTls(self, ssl_context, server_hostname)
        try:
            self._tls = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname, do_handshake_on_connect=False)
            self._use(self._tls)
            self._handshake(self._tls)
        except OSError as error:
            self.close()
            raise self.limits.failed(error) from error
        except BaseException:
            self.close()
            raise
        return self

    def read(self, max_bytes: int = _READ_BYTES, timeout: float | None = None) -> bytes:
        """Return received data; `b""` at the end of the stream."""
        if self._early:
            data, self._early = self._early, b""
            return data
        while True:
            if self._tls is None or not self._tls.pending():
                self._wait()
            try:
                data = self._socket.recv(max_bytes)
            except (BlockingIOError, ssl.SSLWantReadError):
                continue  # a TLS record without data, such as a session ticket
            except ssl.SSLEOFError:
                data = b""
            except OSError as error:
                raise self.limits.failed(self.incomplete or error) from error
            if not data and self.incomplete is not None:
                raise self.limits.failed(self.incomplete)
            return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send `buffer`. A server may respond and close before it has read all of it; `read` then returns that response."""
        rest: bytes | memoryview = buffer
        while rest and self.incomplete is None:
            try:
                sent = self._socket.send(rest)
            except (BlockingIOError, ssl.SSLWantWriteError):
                if self._wait_for(READABLE | WRITABLE) & READABLE:
                    self._receive_early()
            except ssl.SSLWantReadError:
                self._wait()
            except OSError as error:
                self.incomplete = error
            else:
                if sent == len(rest):
                    return
                rest = memoryview(rest)[sent:]

    def _receive_early(self) -> None:
        """Receive data that arrives before the request is complete; anything but an interim response ends the request."""
        try:
            data = self._socket.recv(_READ_BYTES)
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return
        except OSError as error:
            self.incomplete = error
            return
        self._early += data
        if not data or ends_request(self._early):
            self.incomplete = ConnectionResetError("the server stopped reading the request")

    def state(self) -> StreamState:
        """Return the state of the stream without waiting."""
        try:
            if self._early or (self._tls is not None and self._tls.pending()):
                return StreamState.DIRTY
            if self.incomplete is not None:
                return StreamState.ENDED
            if not self._poll.poll(0):
                return StreamState.CLEAN
            return StreamState.DIRTY if self._socket.recv(1) else StreamState.ENDED
        except (BlockingIOError, ssl.SSLWantReadError):
            return StreamState.CLEAN
        except (OSError, ValueError):
            return StreamState.ENDED

    def is_stale(self) -> bool:
        """See `Connection`."""
        return self.state() is not StreamState.CLEAN

    def close(self) -> None:
        """Close the socket."""
        with suppress(OSError):
            self._socket.close()

    def get_extra_info(self, info: str) -> Any:
        """Return an attribute of the connection; see httpcore."""
        return {"ssl_object": self._tls, "socket": self._socket}.get(info)

    def _handshake(self, tls: ssl.SSLSocket) -> None:
        while True:
            try:
                return tls.do_handshake()
            except ssl.SSLWantReadError:
                self._wait()
            except ssl.SSLWantWriteError:
                self._wait_for(WRITABLE)

    def _wait(self) -> None:
        """Wait for data."""
        seconds = self.limits.timeout()
        # Rounded up, so that no wait ends early.
        if not self._poll.poll(None if seconds is None else min(seconds * 1000 + 1, _LONGEST_POLL)):
            raise self.limits.timed_out()

    def _wait_for(self, events: int) -> int:
        ready = _ready_of({self._socket: events}, self.limits.timeout())
        if not ready:
            raise self.limits.timed_out()
        return ready[self._socket]


class _NestedTls:
    """TLS to the service inside TLS to a proxy."""

    def __init__(self, outer: SocketStream, context: ssl.SSLContext, name: str | None) -> None:
        self._outer = outer
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=name)
        try:
            self._run(self._tls.do_handshake)
        except OSError as error:
            raise outer.limits.failed(error) from error

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """See `SocketStream.read`."""
        try:
            return self._run(lambda: self._tls.read(max_bytes))
        except ssl.SSLEOFError:
            return b""
        except OSError as error:
            raise self._outer.limits.failed(error) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """See `SocketStream.write`."""
        self._run(lambda: self._tls.write(buffer))

    def close(self) -> None:
        """See `SocketStream.close`."""
        self._outer.close()

    def get_extra_info(self, info: str) -> Any:
        """See `SocketStream.get_extra_info`."""
        return self._tls if info == "ssl_object" else self._outer.get_extra_info(info)

    def _run(self, act: Callable[[], _T]) -> _T:
        while True:
            try:
                result = act()
            except ssl.SSLWantReadError:
                self._outer.write(self._outgoing.read())
                data = self._outer.read()
                if data:
                    self._incoming.write(data)
                else:
                    self._incoming.write_eof()
            else:
                self._outer.write(self._outgoing.read())
                return result


def connect(host: str, port: int, limits: WaitLimits) -> SocketStream:
    """Connect to the first address of `host` that responds; each has a head start over the next (RFC 8305).

    Raises:
        ConnectionFailed: The lookup failed, or all addresses refused.
        TimedOut: Connecting exceeded a limit.
    """
    addresses = responsive_first(resolve(host, port, limits.timeout()))
    seconds = limits.timeout()
    ends = float("inf") if seconds is None else monotonic() + seconds
    pending: dict[socket.socket, str] = {}
    winner: socket.socket | None = None
    failure: OSError = OSError("the DNS lookup returned no address")
    try:
        for address in addresses:
            try:
                pending[_start(address, port)] = address
            except OSError as error:  # refused at once, no IPv6, or too many open files
                failure = error
                continue
            until = ends if address is addresses[-1] else min(ends, monotonic() + HEAD_START)
            while pending and winner is None and (left := until - monotonic()) > 0:
                for attempt in _ready_of(dict.fromkeys(pending, WRITABLE), None if left == float("inf") else left):
                    code = attempt.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                    if not code and winner is None:
                        winner = attempt
                    elif code:
                        failure = OSError(code, os.strerror(code))
                        del pending[attempt]
                        attempt.close()
            if winner is not None:
                return SocketStream(winner, limits)
        if pending:
            raise limits.timed_out()
        raise limits.failed(failure) from failure
    finally:
        for attempt in pending:
            if attempt is not winner:
                attempt.close()
        if len(addresses) > 1:
            note_attempts(addresses, None if winner is None else pending[winner])


def _start(address: str, port: int) -> socket.socket:
    """Return a socket that connects to `address`."""
    attempt = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        set_options(attempt)
        attempt.settimeout(0)
        attempt.connect((address, port))
    except BlockingIOError:
        pass
    except BaseException:
        attempt.close()
        raise
    return attempt


def _ready_of(wanted: Mapping[socket.socket, int], seconds: float | None) -> dict[socket.socket, int]:
    """Wait until a socket of `wanted` is ready; return the ready ones with their events, none after `seconds`."""
    poll, by_number = new_poll(), {}
    for each, events in wanted.items():
        by_number[each.fileno()] = each
        poll.register(each, events)
    found = poll.poll(None if seconds is None else min(seconds * 1000 + (seconds > 0), _LONGEST_POLL))
    return {by_number[number]: events for number, events in found}
