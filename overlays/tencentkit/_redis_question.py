"""One question to Redis, as numbers for the script and back; and what time it should be there."""

from __future__ import annotations

from time import monotonic as _monotonic
from typing import Any

from ._stores import Reply, Turn

_BELIEVED = 600.0
"""Seconds for which two clocks run alike."""
_TOLERANCE = 0.15
"""Seconds that the server's clock may differ from what was thought. A question on its way for longer was given up."""


class ServerClock:
    """What time it is at the server, and in the log of each bucket, by this process's clocks."""

    def __init__(self) -> None:
        self._server: tuple[float, float] | None = None
        self._logs: dict[str, tuple[float, float]] = {}

    def server(self, at: float) -> float | None:
        """The server's time at `at` of the machine's clock; `None` if it was not seen of late."""
        return _continued(self._server, at)

    def log(self, bucket: str, at: float) -> float | None:
        """The log's time at `at` of the throttle's clock; `None` if it was not seen of late."""
        return _continued(self._logs.get(bucket), at)

    def learn_server(self, time_there: float, at: float) -> None:
        """It was `time_there` just after `at`."""
        self._server = (time_there, at)

    def learn_log(self, bucket: str, time_there: float, at: float) -> None:
        """It was `time_there` just after `at`."""
        self._logs[bucket] = (time_there, at)


def _continued(seen: tuple[float, float] | None, at: float) -> float | None:
    return None if seen is None or at - seen[1] > _BELIEVED else seen[0] + at - seen[1]


class Question:
    """A turn that may have to stand in line for a connection, and be asked twice.

    Args:
        clock: Shared by all questions of a store.
        bucket: The bucket's name.
        turn: What to ask.
    """

    def __init__(self, clock: ServerClock, bucket: str, turn: Turn) -> None:
        self._clock = clock
        self._bucket = bucket
        self._turn = turn
        self._made = self._sent = _monotonic()

    def arguments(self) -> list[str]:
        """For the script, at the moment of sending."""
        turn, self._sent = self._turn, _monotonic()
        now = self._now()
        numbers = (
            *(turn.ticket, turn.rules.limit, f"{turn.rules.span:.6f}", f"{turn.rules.gap:.6f}", f"{turn.lead:.6f}", int(turn.known)),
            *(turn.member, turn.fair, _TOLERANCE, _seconds(self._clock.log(self._bucket, now)), _seconds(self._clock.server(self._sent))),
        )
        arguments = [*map(str, numbers)]
        for kind, ticket, at, extra in turn.reports:
            arguments += [kind, str(ticket), f"{now - at:.6f}", f"{extra:.6f}"]
        return arguments

    def read(self, answer: list[Any]) -> Reply | None:
        """The script's answer; `None` where the server's clock was set, and it must be asked again."""
        wait, left, waiting, allowed, window, log_time, server_time = answer
        self._clock.learn_server(float(server_time), self._sent)
        if int(wait) < 0:
            return None
        self._clock.learn_log(self._bucket, float(log_time), self._now())
        return Reply(int(wait) / 1e6, int(left), int(waiting), int(allowed), float(window))

    def _now(self) -> float:
        """When it was sent, by the throttle's clock: it may have stood in line since the turn was made."""
        return self._turn.now + self._sent - self._made


def _seconds(time: float | None) -> str:
    return "" if time is None else f"{time:.6f}"
