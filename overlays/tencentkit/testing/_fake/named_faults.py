"""Faults that happen to every service, by the names that people give them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from .._service.refusal import Refusal
from .faults import Fault, canned

_SLOW = 3600.0


class NamedFault(NamedTuple):
    """A fault and what it stands for."""

    fault: Fault
    says: str


def _failure(code: str, message: str, says: str) -> NamedFault:
    return NamedFault(Fault(None, failure=Refusal(code, message)), says)


def _reply(status: int, body: bytes, says: str, **headers: str) -> NamedFault:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return NamedFault(Fault(None, reply=canned(status, named, body)), says)


NAMED_FAULTS: Final[Mapping[str, NamedFault]] = {
    "throttled": _failure("RequestLimitExceeded", "Too many requests a second.", "the service refuses for the rate, and has not run it"),
    "busy": _reply(429, b"", "a gateway refuses for the rate, with HTTP 429 and no envelope", retry_after="1"),
    "internal error": _failure("InternalError", "Something broke.", "the service fails; what it had done by then is not known"),
    "unavailable": _failure("ServiceUnavailable", "The service is unavailable.", "the service is down"),
    "bad gateway": _reply(502, b"<html><h1>502 Bad Gateway</h1></html>", "a gateway answers HTML", content_type="text/html"),
    "cut off": _reply(200, b'{"Response": {"RequestId": "cut-', "the answer ends in the middle"),
    "redirect": _reply(302, b"", "somebody answers a redirect, which must not be followed", location="https://elsewhere.example/"),
    "dropped": NamedFault(Fault(None), "the connection breaks before the action ran"),
    "dropped after it ran": NamedFault(Fault(None, executed=True), "the connection breaks after the action ran: the caller cannot tell"),
    "hangs": NamedFault(Fault(None, delay=_SLOW), "the action runs, and no answer comes in time"),
    "token refused": _failure("AuthFailure.TokenFailure", "The token is not accepted.", "temporary credentials ended early"),
    "not permitted": _failure(
        "UnauthorizedOperation", "The policy does not permit this.", "the account's policy does not permit the action"
    ),
    "not found": _failure("ResourceNotFound", "There is no such thing.", "what the request names is not there"),
}
"""Every fault that `break_next` knows, by name."""
