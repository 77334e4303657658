"""One question to Redis, as numbers for the script and back; and what time it should be there."""

from __future__ import annotations

from time import monotonic as _monotonic
from typing import Any

from ._store import StoreReply, StoreRequest

_LATE = 0.3
"""Seconds after which nobody waits for an answer any more: a server that finds the question later has stood still."""
_EARLY = 0.05
_DRIFT = 0.0005
"""Seconds a second by which two clocks may drift apart."""
_STEP = 0.05
_ANY_STEP = 1e9


class ServerClock:
    """What time it is at the server, and in the log of each bucket, by this process's clocks."""

    def __init__(self) -> None:
        self._ahead: tuple[float, float, float] | None = None
        """By how much the server is ahead at least and at most, and when that was known."""
        self._logs: dict[str, tuple[float, float]] = {}
        self._unsettled: set[str] = set()
        """Buckets whose log followed the server's clock when that was set."""

    def bounds(self, sent: float) -> tuple[float, float] | None:
        """Between which times of its own the server finds a question that is `sent` now; `None` if its time was never seen."""
        if self._ahead is None:
            return None
        least, most, at = self._ahead
        drift = _DRIFT * (sent - at)
        return sent + least - drift - _EARLY, sent + most + drift + _LATE

    def learn(self, server: float, sent: float, received: float) -> None:
        """It was `server` there between these two moments."""
        least, most = server - received, server - sent
        if self._ahead is not None:
            drift = _DRIFT * (sent - self._ahead[2])
            closer = max(least, self._ahead[0] - drift), min(most, self._ahead[1] + drift)
            if closer[0] <= closer[1]:
                least, most = closer
        self._ahead = (least, most, sent)

    def set(self, server: float, sent: float, received: float) -> None:
        """It was `server` there, which was not to be expected: its clock was set."""
        self._ahead = None
        self._unsettled.update(self._logs)
        self.learn(server, sent, received)

    def log(self, bucket: str, at: float) -> float | None:
        """The log's time at `at` of the throttle's clock, if nobody set the server's; `None` if it was never seen."""
        seen = self._logs.get(bucket)
        return None if seen is None else seen[0] + at - seen[1]

    def step(self, bucket: str) -> float:
        """By how much the log's time may differ from what is thought before it is put right."""
        return _STEP if bucket in self._unsettled else _ANY_STEP

    def learn_log(self, bucket: str, log_time: float, at: float) -> None:
        """It was `log_time` just after `at`."""
        self._logs[bucket] = (log_time, at)
        self._unsettled.discard(bucket)


class ScriptCall:
    """A turn that may have to stand in line for a connection, and be asked twice.

    Args:
        clock: Shared by all questions of a store.
        bucket: The bucket's name.
        turn: What to ask.
    """

    def __init__(self, clock: ServerClock, bucket: str, turn: StoreRequest) -> None:
        self._clock = clock
        self._bucket = bucket
        self._turn = turn
        self._made = self._sent = _monotonic()

    def arguments(self) -> list[str]:
        """For the script, at the moment of sending."""
        turn, self._sent = self._turn, _monotonic()
        now = self._now()
        rules = turn.rules
        earliest, latest = self._clock.bounds(self._sent) or (None, None)
        log_time, step = self._clock.log(self._bucket, now), self._clock.step(self._bucket)
        numbers = (turn.ticket, rules.limit, _seconds(rules.span), _seconds(rules.gap), _seconds(turn.lead), int(turn.known))
        times = (_seconds(earliest), _seconds(latest), _seconds(log_time), step)
        arguments = [*map(str, (*numbers, turn.member, turn.fair, *times))]
        for kind, ticket, at, extra in turn.reports:
            arguments += [kind, str(ticket), _seconds(now - at), _seconds(extra)]
        return arguments

    def read(self, answer: list[Any]) -> StoreReply | None:
        """The script's answer; `None` where the server's clock was set, and it must be asked again."""
        wait, left, waiting, allowed, window, log_time, server_time = answer
        times = float(server_time), self._sent, _monotonic()
        if int(wait) < 0:
            self._clock.set(*times)
            return None
        self._clock.learn(*times)
        self._clock.learn_log(self._bucket, float(log_time), self._now())
        return StoreReply(int(wait) / 1e6, int(left), int(waiting), int(allowed), float(window))

    def _now(self) -> float:
        """When it was sent, by the throttle's clock: it may have stood in line since the turn was made."""
        return self._turn.now + self._sent - self._made


def _seconds(time: float | None) -> str:
    return "" if time is None else f"{time:.6f}"
