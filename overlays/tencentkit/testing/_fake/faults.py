"""Faults that a test scripts by name.

There are two kinds, and they combine: what the caller gets instead of the answer (a failure, another reply, nothing),
and how long the answer takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...transport._types import HttpResponse
from .._service.refusal import Refusal

_FINAL = range(200, 600)
_BODILESS = frozenset({204, 205, 304})


class Fault(NamedTuple):
    """One scripted fault; the first of its parts that is set tells its kind."""

    action: str | None
    """The action that it is for; `None` for any."""
    failure: Refusal | None = None
    reply: HttpResponse | None = None
    delay: float | None = None
    """Seconds."""
    executed: bool = False
    """Of a connection that is dropped: whether the action ran before."""

    @property
    def kind(self) -> str:
        """What it does, in words."""
        if self.delay is not None:
            return f"{self.delay:g} s of delay"
        if self.failure is not None:
            return f"failure {self.failure.code}"
        if self.reply is not None:
            return f"reply with HTTP {self.reply.status}"
        return "connection dropped after the action ran" if self.executed else "connection dropped"


class Faults:
    """Scripted faults, each for one request, taken in the order in which they were scripted."""

    def __init__(self) -> None:
        self._outcomes: list[Fault] = []
        self._delays: list[Fault] = []

    def add(self, fault: Fault, times: int) -> None:
        """Script `fault` for the next `times` requests that it fits.

        Raises:
            ValueError: `times` is less than 1.
        """
        if isinstance(times, bool) or not isinstance(times, int) or times < 1:
            raise ValueError(f"a fault happens at least once, not {times!r} times")
        (self._outcomes if fault.delay is None else self._delays).extend([fault] * times)

    def take_outcome(self, action: str) -> Fault | None:
        """Take the first fault that replaces the answer of `action`."""
        return _take(self._outcomes, action)

    def take_delay(self, action: str) -> float:
        """Take the first delay for `action`, in seconds; 0 where there is none."""
        fault = _take(self._delays, action)
        return 0.0 if fault is None or fault.delay is None else fault.delay

    def pending(self) -> list[Fault]:
        """The faults that no request has met yet."""
        return [*self._outcomes, *self._delays]


def canned(status: int, headers: Mapping[str, str], body: bytes) -> HttpResponse:
    """A reply that is sent as it is.

    Raises:
        TypeError: `body` is not bytes.
        ValueError: `headers` say how the body is framed, which only the server can know; or an answer with this status
            is not the last one of its request, or has no body.
    """
    if not isinstance(body, bytes):
        raise TypeError(f"a body is bytes, not {type(body).__name__}: encode it first")
    if status not in _FINAL or (body and status in _BODILESS):
        raise ValueError(f"no answer with a body has the status {status!r}: it is one of 200 to 599, but for 204, 205 and 304")
    lowered = {name.lower(): value for name, value in headers.items()}
    if framing := lowered.keys() & {"content-length", "transfer-encoding", "connection"}:
        raise ValueError(f"the server itself writes {', '.join(sorted(framing))}")
    return HttpResponse(status, lowered, body)


def _take(faults: list[Fault], action: str) -> Fault | None:
    for index, fault in enumerate(faults):
        if fault.action in {None, action}:
            return faults.pop(index)
    return None
