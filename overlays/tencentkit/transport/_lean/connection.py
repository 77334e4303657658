"""One connection for threads: a socket that never blocks, and waits that are bounded."""

from __future__ import annotations

import select
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress

from ..._deadline import least
from ...errors import ConnectionFailed, TimedOut
from .._dns import addresses
from .._pool_state import IDLE
from .._types import HttpResponse
from .request_writer import Origin
from .response_parser import ResponseParser, broken

_AT_ONCE = 65_536
_FOREVER = 1e9


class Bounds:
    """How long a wait may take: each at most `timeout`, before the request is sent `connect`, all together `budget`."""

    __slots__ = ("_connect", "_ends", "_timeout", "sent")

    def __init__(self, timeout: float | None, budget: float | None, connect: float | None = None) -> None:
        self._timeout = timeout
        self._connect = least(timeout, connect)
        self._ends = None if budget is None else time.monotonic() + budget
        self.sent = False

    def wait(self) -> float | None:
        """Seconds that a wait may take from now on; `None` for no bound.

        Raises:
            TimedOut: No time is left.
        """
        most = self._timeout if self.sent else self._connect
        if self._ends is None:
            return most
        left = self._ends - time.monotonic()
        if left <= 0:
            raise self.over()
        return left if most is None or left < most else most

    def over(self) -> TimedOut:
        """The error for a wait that was too long."""
        return TimedOut("no answer in time" if self.sent else "no connection in time", sent=self.sent)


class Connection:
    """A connection of one origin.

    Args:
        origin: Where to.
        trust: What TLS trusts.
        bounds: Of the time that connecting may take.

    Raises:
        ConnectionFailed: There is none to be had.
        TimedOut: Not within the time.
    """

    def __init__(self, origin: Origin, trust: Callable[[], ssl.SSLContext], bounds: Bounds) -> None:
        self._used = time.monotonic()
        self._socket = _connected(origin, bounds)
        self._tls: ssl.SSLSocket | None = None
        try:
            if origin.tls:
                self._tls = trust().wrap_socket(self._socket, server_hostname=origin.host, do_handshake_on_connect=False)
                self._socket = self._tls
            self._socket.settimeout(0)
            self._poll = select.poll()
            self._poll.register(self._socket, select.POLLIN)
            if self._tls is not None:
                self._shake_hands(self._tls, bounds)
        except ssl.SSLError as error:
            self.close()
            permanent = isinstance(error, ssl.SSLCertVerificationError)
            raise ConnectionFailed(f"no connection: {error}", sent=False, permanent=permanent) from error
        except OSError as error:
            self.close()
            raise ConnectionFailed(f"no connection: {error}", sent=False) from error
        except BaseException:
            self.close()
            raise

    def stale(self) -> bool:
        """Whether it was left too long, or something came while nobody used it: its end, or bytes that belong to no request."""
        return time.monotonic() - self._used >= IDLE or bool(self._poll.poll(0)) or (self._tls is not None and self._tls.pending() > 0)

    def exchange(self, data: bytes, reading: ResponseParser, written: Callable[[], None] | None, bounds: Bounds) -> HttpResponse:
        """Send `data` and read the answer.

        Raises:
            ConnectionFailed, TimedOut, ResponseMalformed: See `Transport.send`.
        """
        bounds.sent = True
        try:
            self._write(data, bounds)
            if written is not None:
                written()
            whole = False
            while not whole:
                if self._tls is None or not self._tls.pending():
                    self._await(select.POLLIN, bounds)
                try:
                    received = self._socket.recv(_AT_ONCE)
                except (BlockingIOError, ssl.SSLWantReadError):
                    continue  # of TLS itself: a ticket
                except ssl.SSLEOFError:
                    received = b""
                whole = reading.feed(received)
        except OSError as error:
            raise broken(str(error) or type(error).__name__) from error
        self._used = time.monotonic()
        return reading.response()

    def _write(self, data: bytes, bounds: Bounds) -> None:
        rest: bytes | memoryview = data
        while rest:
            try:
                sent = self._socket.send(rest)
                if sent == len(rest):
                    return
            except (BlockingIOError, ssl.SSLWantWriteError):
                self._await(select.POLLOUT, bounds)
            except ssl.SSLWantReadError:
                self._await(select.POLLIN, bounds)
            else:
                rest = memoryview(rest)[sent:]

    def _shake_hands(self, socket: ssl.SSLSocket, bounds: Bounds) -> None:
        while True:
            try:
                socket.do_handshake()
            except ssl.SSLWantReadError:
                self._await(select.POLLIN, bounds)
            except ssl.SSLWantWriteError:
                self._await(select.POLLOUT, bounds)
            else:
                return

    def _await(self, event: int, bounds: Bounds) -> None:
        wait = bounds.wait()
        if event == select.POLLIN:
            poll = self._poll
        else:
            poll = select.poll()
            poll.register(self._socket, event)
        # Rounded up: no wait ends before its time.
        if not poll.poll(None if wait is None else min(wait, _FOREVER / 1000) * 1000 + 1):
            raise bounds.over()

    def close(self) -> None:
        """Close it at once."""
        with suppress(OSError):
            self._socket.close()


def _connected(origin: Origin, bounds: Bounds) -> socket.socket:
    """A connection to one of the host's addresses; each has its part of the time."""
    wait = bounds.wait()
    ends = None if wait is None else time.monotonic() + wait
    found = addresses(origin.host, origin.port, wait)
    failure: OSError = OSError("the host has no address")
    for number, address in enumerate(found):
        left = None if ends is None else max(1e-3, ends - time.monotonic()) / (len(found) - number)
        try:
            connection = socket.create_connection((address, origin.port), left)
        except OSError as error:
            failure = error
        else:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return connection
    if isinstance(failure, TimeoutError):
        raise TimedOut("no connection in time", sent=False) from failure
    raise ConnectionFailed(f"no connection: {failure}", sent=False) from failure
