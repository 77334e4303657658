"""Redis protocol: the Lua script, store requests as script arguments, store replies, and the time of the server."""

from __future__ import annotations

from importlib.resources import files
from time import monotonic as _monotonic
from typing import Any

from ._store import StoreReply, StoreRequest

SCRIPT = files("tencentkit.throttle").joinpath("throttle.lua").read_text("utf-8")

_LATEST = 0.3
"""Seconds after which no process waits for the reply: a server that receives the request later was stopped."""
_EARLIEST = 0.05
"""Seconds by which a request may arrive before the estimate."""
_DRIFT = 0.0005
"""Seconds a second by which two clocks may drift apart."""
_TOLERANCE = 0.05
"""Seconds."""
_NO_CORRECTION = 1e9
"""Tolerance that disables the correction, because no step of the server clock was seen."""


class ServerClock:
    """Time of the server and bucket time, estimated by this process's clocks."""

    def __init__(self) -> None:
        self._ahead: tuple[float, float, float] | None = None
        """Minimum and maximum seconds by which the server is ahead, and when they were measured."""
        self._bucket_times: dict[str, tuple[float, float]] = {}
        self._stepped: set[str] = set()
        """Buckets whose time moved with the server clock when that was set."""

    def bounds(self, sent: float) -> tuple[float, float] | None:
        """Return the server times between which a request that is sent at `sent` should arrive; `None` before the first reply."""
        if self._ahead is None:
            return None
        least, most, at = self._ahead
        drift = _DRIFT * (sent - at)
        return sent + least - drift - _EARLIEST, sent + most + drift + _LATEST

    def observe(self, server: float, sent: float, received: float) -> None:
        """Narrow the estimate: the server time was `server` between `sent` and `received`."""
        least, most = server - received, server - sent
        if self._ahead is not None:
            drift = _DRIFT * (sent - self._ahead[2])
            narrowed = max(least, self._ahead[0] - drift), min(most, self._ahead[1] + drift)
            if narrowed[0] <= narrowed[1]:
                least, most = narrowed
        self._ahead = (least, most, sent)

    def reset(self, server: float, sent: float, received: float) -> None:
        """Start the estimate again: the unexpected time `server` means that the server clock was set."""
        self._ahead = None
        self._stepped.update(self._bucket_times)
        self.observe(server, sent, received)

    def bucket_time(self, bucket: str, at: float) -> float | None:
        """Return the expected bucket time at `at` of the throttle's clock; `None` before the bucket's first reply."""
        seen = self._bucket_times.get(bucket)
        return None if seen is None else seen[0] + at - seen[1]

    def tolerance(self, bucket: str) -> float:
        """Return the seconds by which the bucket time may differ from the expected one before the script corrects it."""
        return _TOLERANCE if bucket in self._stepped else _NO_CORRECTION

    def observe_bucket(self, bucket: str, bucket_time: float, at: float) -> None:
        """Record the bucket time just after `at`."""
        self._bucket_times[bucket] = (bucket_time, at)
        self._stepped.discard(bucket)


class ScriptCall:
    """Store request for the script; it may wait for a connection, and be sent twice.

    Args:
        clock: Shared by all requests of a store.
        bucket: Name of the bucket.
        request: The store request.
    """

    def __init__(self, clock: ServerClock, bucket: str, request: StoreRequest) -> None:
        self._clock = clock
        self._bucket = bucket
        self._request = request
        self._created = self._sent = _monotonic()

    def arguments(self) -> list[str]:
        """Return the script arguments, at the moment of sending."""
        request, self._sent = self._request, _monotonic()
        now, limit = self._now(), request.limit
        earliest, latest = self._clock.bounds(self._sent) or (None, None)
        expected, tolerance = self._clock.bucket_time(self._bucket, now), self._clock.tolerance(self._bucket)
        numbers = (request.ticket, limit.requests, _seconds(limit.period), _seconds(limit.gap), _seconds(request.min_transit))
        peer = (int(request.used_recently), request.peer, request.fair_share)
        times = (_seconds(earliest), _seconds(latest), _seconds(expected), tolerance)
        arguments = [*map(str, (*numbers, *peer, *times))]
        for kind, ticket, at, extra in request.reports:
            arguments += [kind, str(ticket), _seconds(now - at), _seconds(extra)]
        return arguments

    def parse_reply(self, reply: list[Any]) -> StoreReply | None:
        """Return the store reply; `None` when the server clock was set and the request must be sent again."""
        wait, left, waiting, allowed, window, bucket_time, server_time = reply
        times = float(server_time), self._sent, _monotonic()
        if int(wait) < 0:
            self._clock.reset(*times)
            return None
        self._clock.observe(*times)
        self._clock.observe_bucket(self._bucket, float(bucket_time), self._now())
        return StoreReply(int(wait) / 1e6, int(left), int(waiting), int(allowed), float(window))

    def _now(self) -> float:
        """Return when it was sent by the throttle's clock: it may have waited for a connection since it was created."""
        return self._request.now + self._sent - self._created


def _seconds(time: float | None) -> str:
    return "" if time is None else f"{time:.6f}"
