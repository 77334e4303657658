"""Injected faults: each replaces or delays the response to one request.

A fault is an error, a canned reply, a dropped connection or a delay. A delay combines with any of the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from ...transport._types import HttpResponse
from .._service.service_error import ServiceError

_FINAL = range(200, 600)
_BODILESS = frozenset({204, 205, 304})
_HANG = 3600.0


class Fault(NamedTuple):
    """One injected fault: a delay, else an error, else a canned reply, else a dropped connection."""

    action: str | None
    """The action that it applies to; `None` for any."""
    failure: ServiceError | None = None
    reply: HttpResponse | None = None
    delay: float | None = None
    """Seconds."""
    executed: bool = False
    """True if the action runs before the connection is dropped."""

    @property
    def kind(self) -> str:
        """Description of its effect."""
        if self.delay is not None:
            return f"delay of {self.delay:g} s"
        if self.failure is not None:
            return f"error {self.failure.code}"
        if self.reply is not None:
            return f"reply with HTTP {self.reply.status}"
        return "connection dropped after the action ran" if self.executed else "connection dropped"


class FaultQueue:
    """Pending faults, each for one request, in the order in which the test added them."""

    def __init__(self) -> None:
        self._outcomes: list[Fault] = []
        self._delays: list[Fault] = []

    def add(self, fault: Fault, times: int) -> None:
        """Add `fault` for the next `times` matching requests.

        Raises:
            ValueError: `times` is less than 1.
        """
        if isinstance(times, bool) or not isinstance(times, int) or times < 1:
            raise ValueError(f"times must be an integer of at least 1, not {times!r}")
        (self._outcomes if fault.delay is None else self._delays).extend([fault] * times)

    def take_outcome(self, action: str) -> Fault | None:
        """Remove and return the first fault that replaces the response to `action`."""
        return _take(self._outcomes, action)

    def take_delay(self, action: str) -> float:
        """Remove the first delay for `action` and return its seconds; 0 if there is none."""
        fault = _take(self._delays, action)
        return 0.0 if fault is None or fault.delay is None else fault.delay

    def pending(self) -> list[Fault]:
        """Return the faults that are still to be injected."""
        return [*self._outcomes, *self._delays]


def canned_reply(status: int, headers: Mapping[str, str], body: bytes) -> HttpResponse:
    """Return a reply that is sent unchanged.

    Raises:
        TypeError: `body` is not bytes.
        ValueError: `headers` contain a framing header, which the server writes; or `status` is not a final one, or allows no body.
    """
    if not isinstance(body, bytes):
        raise TypeError(f"body must be bytes, not {type(body).__name__}: encode it first")
    if status not in _FINAL or (body and status in _BODILESS):
        raise ValueError(f"status must be 200 to 599, and with a body not 204, 205 or 304: {status!r}")
    lowered = {name.lower(): value for name, value in headers.items()}
    if framing := lowered.keys() & {"content-length", "transfer-encoding", "connection"}:
        raise ValueError(f"headers must not contain {', '.join(sorted(framing))}: the server writes them")
    return HttpResponse(status, lowered, body)


def _take(faults: list[Fault], action: str) -> Fault | None:
    for index, fault in enumerate(faults):
        if fault.action in {None, action}:
            return faults.pop(index)
    return None


class NamedFault(NamedTuple):
    """A common fault and its description."""

    fault: Fault
    says: str


def _failure(code: str, message: str, says: str) -> NamedFault:
    return NamedFault(Fault(None, failure=ServiceError(code, message)), says)


def _reply(status: int, body: bytes, says: str, **headers: str) -> NamedFault:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return NamedFault(Fault(None, reply=canned_reply(status, named, body)), says)


NAMED_FAULTS: Final[Mapping[str, NamedFault]] = {
    "throttled": _failure("RequestLimitExceeded", "Too many requests per second.", "rate limit error; the action did not run"),
    "busy": _reply(429, b"", "rate limit error of a gateway: HTTP 429 without an envelope", retry_after="1"),
    "internal error": _failure("InternalError", "An internal error occurred.", "internal error; the action may or may not have run"),
    "unavailable": _failure("ServiceUnavailable", "The service is unavailable.", "the service is unavailable"),
    "bad gateway": _reply(502, b"<html><h1>502 Bad Gateway</h1></html>", "HTTP 502 of a gateway, in HTML", content_type="text/html"),
    "cut off": _reply(200, b'{"Response": {"RequestId": "cut-', "truncated response body"),
    "redirect": _reply(302, b"", "redirect, which the client must not follow", location="https://elsewhere.example/"),
    "dropped": NamedFault(Fault(None), "connection closed without a response; the action did not run"),
    "dropped after it ran": NamedFault(Fault(None, executed=True), "connection closed without a response; the action ran"),
    "hangs": NamedFault(Fault(None, delay=_HANG), "the action runs and the response times out"),
    "token refused": _failure("AuthFailure.TokenFailure", "The token is not accepted.", "expired token of temporary credentials"),
    "not permitted": _failure("UnauthorizedOperation", "Not permitted by the policy.", "the account's policy does not permit the action"),
    "not found": _failure("ResourceNotFound", "The resource does not exist.", "the requested resource does not exist"),
}
"""Every fault that `break_next` accepts, by name."""
