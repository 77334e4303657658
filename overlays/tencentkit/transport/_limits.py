"""Time limits of one exchange, and the errors of its connection."""

from __future__ import annotations

import ssl
from collections.abc import Callable

from .._deadline import shorter_limit
from .._monotonic import monotonic
from ..errors import ConnectionFailed, TimedOut


class WaitLimits:
    """Limits in seconds: `timeout` for each wait, `connect` for each wait before sending, `budget` for all together.

    Attributes:
        sent: Whether some of the body may have left. Before that, the service cannot have done anything.
        connected: Whether the exchange acquired a connection. A mock of httpx needs none.
        read_only: Whether the request may run twice.
        streams: Whether the response is read in parts, so that its size has no limit.
        abort: Closes the connection of the exchange at once, for a response that nobody reads any more.
    """

    __slots__ = ("_connect", "_ends", "_timeout", "abort", "connected", "read_only", "sent", "streams")

    def __init__(self, timeout: float | None, budget: float | None, connect: float | None = None) -> None:
        self._timeout = timeout
        self._connect = connect
        self._ends = None if budget is None else monotonic() + budget
        self.sent: bool = False
        self.connected: bool = False
        self.read_only: bool = False
        self.streams: bool = False
        self.abort: Callable[[], None] | None = None

    def timeout(self) -> float | None:
        """Return the seconds that a wait may take now; `None` for no limit.

        Raises:
            TimedOut: No time is left.
        """
        most = self._timeout if self.sent or self._connect is None else shorter_limit(self._timeout, self._connect)
        if self._ends is None:
            return most
        left = self._ends - monotonic()
        if left <= 0:
            raise self.timed_out()
        return left if most is None or left < most else most

    def budget(self) -> float | None:
        """Return the seconds left for the exchange, at least 0; `None` for no limit."""
        return None if self._ends is None else max(0.0, self._ends - monotonic())

    def shorten(self, seconds: float) -> None:
        """Let each wait take at most so many seconds from now on."""
        self._timeout = seconds if self._timeout is None else min(self._timeout, seconds)

    def timed_out(self) -> TimedOut:
        """Return the error for a wait that exceeded a limit."""
        return TimedOut("timed out waiting for the response" if self.sent else "connecting timed out", sent=self.sent)

    def failed(self, error: BaseException) -> ConnectionFailed:
        """Return the error for a connection that failed. Some errors of sockets and of TLS have no text; the class then names them."""
        permanent = isinstance(error, ssl.SSLCertVerificationError)
        prefix = "connection reset or closed" if self.sent else "could not connect"
        return ConnectionFailed(f"{prefix}: {str(error).strip() or type(error).__name__}", sent=self.sent, permanent=permanent)
