"""Hooks, which run before and after each call and each of its attempts, and for events of the throttle.

    class Attempts(Hook):
        def after_attempt(self, attempt):
            print(attempt.call.action, attempt.number, attempt.cause, attempt.wait)

    Client(hooks=[Attempts()])

The objects that a hook receives contain no key, token, signature, body, or header that the client sets.
"""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any, Literal, NamedTuple

from attrs import define, field

from .retry._policy import Cause

__all__ = ["Attempt", "Call", "Hook", "ThrottleEvent"]


@define(eq=False)  # compared by identity: one object accompanies a call from start to end
class Call:
    """State of one call."""

    service: str
    action: str
    version: str
    region: str | None
    host: str
    read_only: bool
    attempts: int = 0
    """Requests sent so far."""
    elapsed: float = 0.0
    """Seconds since the start."""
    throttle_wait: float = 0.0
    """Seconds spent waiting for the rate limit."""
    request_id: str | None = None
    """Request id of the last response."""
    error: BaseException | None = None
    """Error of the call; `None` while it runs and after success."""
    is_stream: bool = False
    """Whether the response is a stream of events, which ends after the call."""
    events: int = 0
    """Events of the stream, at its end."""
    first_event: float | None = None
    """Seconds from the start of the call to the first event of the stream; `None` without one."""
    notes: dict[Any, Any] = field(factory=dict, repr=False)
    """Data that hooks keep until the end of the call, under keys of their own."""


@define(eq=False)
class Attempt:
    """One request of a call and its response."""

    call: Call
    number: int
    """Number of the attempt, from 1."""
    headers: dict[str, str] = field(factory=dict, repr=False)
    """Unsigned headers of the caller; `before_attempt` may add some."""
    status_code: int | None = None
    """HTTP status of the response; `None` without one."""
    error: BaseException | None = None
    """Error of the attempt; `None` after success."""
    cause: Cause | None = None
    """Class of the failure, by which the retry policy decides."""
    wait: float | None = None
    """Seconds until the next attempt; `None` if there is none."""


class ThrottleEvent(NamedTuple):
    """Event of a throttle, for `Hook.on_throttle_event` and `Throttle(on_event=…)`.

    Attributes:
        kind: `"wait"`: a request has to wait; `"refusal"`: the service refused a request for its rate;
            `"renewal"`: one round trip to the store ended;
            `"store down"`: the store became unavailable; `"store up"`: it is available again.
        host: Host of the bucket; empty if the event concerns the whole store.
        action: Action of the bucket; empty if the event concerns the whole store.
        seconds: Expected seconds of the wait, of the pause after a refusal, or duration of the round trip; else 0.
        reason: Error code of the refusal, or failure of the store; else empty.
    """

    kind: Literal["wait", "refusal", "renewal", "store down", "store up"]
    host: str = ""
    action: str = ""
    seconds: float = 0.0
    reason: str = ""


class Hook:
    """Base class of hooks. Override any of the methods; for an `AsyncClient` they may be `async`.

    The client logs an error of a hook by its class, and the call continues.
    """

    def before_call(self, call: Call) -> Awaitable[None] | None:
        """Run when a call starts, before any wait or request."""

    def before_attempt(self, attempt: Attempt) -> Awaitable[None] | None:
        """Run before a request is signed and sent, after the wait for the rate limit."""

    def after_attempt(self, attempt: Attempt) -> Awaitable[None] | None:
        """Run after an attempt; `cause` and `wait` describe what follows a failure."""

    def after_call(self, call: Call) -> Awaitable[None] | None:
        """Run when a call ends: with a result, an error, a cancellation or an interrupt."""

    def after_stream(self, call: Call) -> Awaitable[None] | None:
        """Run when a stream ends or is closed, after `after_call`, which runs when its headers have arrived."""

    def on_throttle_event(self, event: ThrottleEvent) -> None:
        """Run for each event of the client's throttle, in the thread or task of the call; never `async`.

        A throttle that several clients share reports the events of all of them, once to each hook.
        """
