"""Faults that a test scripts by name.

There are two kinds, and they combine: what the caller gets instead of the answer (a failure, another reply, nothing),
and how long the answer takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..transport import HttpResponse
from ._refusal import Refusal


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
        if times < 1:
            raise ValueError(f"a fault happens at least once, not {times} times")
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
        ValueError: `headers` say how the body is framed, which only the server can know.
    """
    lowered = {name.lower(): value for name, value in headers.items()}
    if framing := lowered.keys() & {"content-length", "transfer-encoding", "connection"}:
        raise ValueError(f"the server itself writes {', '.join(sorted(framing))}")
    return HttpResponse(status, lowered, body)


def _take(faults: list[Fault], action: str) -> Fault | None:
    for index, fault in enumerate(faults):
        if fault.action in {None, action}:
            return faults.pop(index)
    return None
