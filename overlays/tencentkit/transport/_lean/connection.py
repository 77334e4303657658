"""Connection for threads: a non-blocking socket whose waits have a timeout."""

from __future__ import annotations

import select
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress

from ..._deadline import shorter_limit
from ...errors import ConnectionFailed, TimedOut
from .._dns import resolve
from .._origin import Origin
from .._pool_state import IDLE_SECONDS
from .._types import HttpResponse
from .response_parser import ResponseParser, connection_lost

_READ_BYTES = 65_536
_LONGEST_WAIT = 1e6


class WaitLimits:
    """Limits in seconds: `timeout` for each wait, `connect` for each wait before sending, `budget` for all together."""

    __slots__ = ("_connect", "_ends", "_timeout", "sent")

    def __init__(self, timeout: float | None, budget: float | None, connect: float | None = None) -> None:
        self._timeout = timeout
        self._connect = shorter_limit(timeout, connect)
        self._ends = None if budget is None else time.monotonic() + budget
        self.sent = False

    def timeout(self) -> float | None:
        """Return the seconds that a wait may take now; `None` for no limit.

        Raises:
            TimedOut: No time is left.
        """
        most = self._timeout if self.sent else self._connect
        if self._ends is None:
            return most
        left = self._ends - time.monotonic()
        if left <= 0:
            raise self.timed_out()
        return left if most is None or left < most else most

    def timed_out(self) -> TimedOut:
        """Return the error for a wait that exceeded a limit."""
        return TimedOut("timed out waiting for the response" if self.sent else "connecting timed out", sent=self.sent)


class LeanConnection:
    """Connection to one origin.

    Args:
        origin: The origin.
        trust: Returns the TLS context.
        limits: Limits for connecting.

    Raises:
        ConnectionFailed: The lookup, the connection or the TLS handshake failed.
        TimedOut: Connecting exceeded a limit.
    """

    def __init__(self, origin: Origin, trust: Callable[[], ssl.SSLContext], limits: WaitLimits) -> None:
        self._last_used = time.monotonic()
        self._socket = _connect(origin, limits)
        self._tls: ssl.SSLSocket | None = None
        try:
            if origin.tls:
                self._tls = trust().wrap_socket(self._socket, server_hostname=origin.host, do_handshake_on_connect=False)
                self._socket = self._tls
            self._socket.settimeout(0)
            self._poll = select.poll()
            self._poll.register(self._socket, select.POLLIN)
            if self._tls is not None:
                self._handshake(self._tls, limits)
        except OSError as error:
            self.close()
            permanent = isinstance(error, ssl.SSLCertVerificationError)
            raise ConnectionFailed(f"could not connect: {error}", sent=False, permanent=permanent) from error
        except BaseException:
            self.close()
            raise

    def stale(self) -> bool:
        """Return whether the connection has expired, was closed by the server, or holds unexpected data."""
        return (
            time.monotonic() - self._last_used >= IDLE_SECONDS
            or bool(self._poll.poll(0))
            or (self._tls is not None and self._tls.pending() > 0)
        )

    def exchange(self, data: bytes, parser: ResponseParser, written: Callable[[], None] | None, limits: WaitLimits) -> HttpResponse:
        """Send `data` and return the response.

        Raises:
            ConnectionFailed, TimedOut, ResponseMalformed: See `Transport.send`.
        """
        limits.sent = True
        try:
            self._write(data, limits)
            if written is not None:
                written()
            complete = False
            while not complete:
                if self._tls is None or not self._tls.pending():
                    self._wait(select.POLLIN, limits)
                try:
                    received = self._socket.recv(_READ_BYTES)
                except (BlockingIOError, ssl.SSLWantReadError):
                    continue  # a TLS record without data, such as a session ticket
                except ssl.SSLEOFError:
                    received = b""
                complete = parser.feed(received)
        except OSError as error:
            raise connection_lost(str(error) or type(error).__name__) from error
        self._last_used = time.monotonic()
        return parser.response()

    def _write(self, data: bytes, limits: WaitLimits) -> None:
        rest: bytes | memoryview = data
        while rest:
            try:
                sent = self._socket.send(rest)
                if sent == len(rest):
                    return
            except (BlockingIOError, ssl.SSLWantWriteError):
                self._wait(select.POLLOUT, limits)
            except ssl.SSLWantReadError:
                self._wait(select.POLLIN, limits)
            else:
                rest = memoryview(rest)[sent:]

    def _handshake(self, socket: ssl.SSLSocket, limits: WaitLimits) -> None:
        while True:
            try:
                socket.do_handshake()
            except ssl.SSLWantReadError:
                self._wait(select.POLLIN, limits)
            except ssl.SSLWantWriteError:
                self._wait(select.POLLOUT, limits)
            else:
                return

    def _wait(self, event: int, limits: WaitLimits) -> None:
        seconds = limits.timeout()
        if event == select.POLLIN:
            poll = self._poll
        else:
            poll = select.poll()
            poll.register(self._socket, event)
        # Rounded up, so that no wait ends early.
        if not poll.poll(None if seconds is None else min(seconds, _LONGEST_WAIT) * 1000 + 1):
            raise limits.timed_out()

    def close(self) -> None:
        """Close the socket."""
        with suppress(OSError):
            self._socket.close()


def _connect(origin: Origin, limits: WaitLimits) -> socket.socket:
    """Try the addresses in turn, each with an equal part of the time left; return the first connection."""
    seconds = limits.timeout()
    ends = None if seconds is None else time.monotonic() + seconds
    addresses = resolve(origin.host, origin.port, seconds)
    failure: OSError = OSError("the DNS lookup returned no address")
    for number, address in enumerate(addresses):
        left = None if ends is None else max(1e-3, ends - time.monotonic()) / (len(addresses) - number)
        try:
            connection = socket.create_connection((address, origin.port), left)
        except OSError as error:
            failure = error
        else:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return connection
    if isinstance(failure, TimeoutError):
        raise TimedOut("connecting timed out", sent=False) from failure
    raise ConnectionFailed(f"could not connect: {failure}", sent=False) from failure
