"""Looking into calls: before and after each call, and before and after each of its attempts.

    class Attempts(Hook):
        def after_attempt(self, attempt):
            print(attempt.call.action, attempt.number, attempt.cause, attempt.wait)

    Client(hooks=[Attempts()])

What a hook sees holds no key, token, signature, header of ours, or body.
"""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

from attrs import define, field

from .retry._policy import Cause

__all__ = ["Attempt", "Call", "Hook"]


@define(eq=False)  # compared by identity: one object goes with a call from its start to its end
class Call:
    """One call, as far as it has come."""

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
    """Seconds of that spent waiting for the rate limit."""
    request_id: str | None = None
    """The service's id of the last request that it answered."""
    error: BaseException | None = None
    """How it ended; `None` while it goes on, and after success."""
    notes: dict[Any, Any] = field(factory=dict, repr=False)
    """For hooks to leave what they need at the end, by a key of their own."""


@define(eq=False)
class Attempt:
    """One request of a call, its answer included."""

    call: Call
    number: int
    """From 1."""
    headers: dict[str, str] = field(factory=dict, repr=False)
    """Headers of the caller's, sent unsigned beside ours; `before_attempt` may add some."""
    status_code: int | None = None
    """HTTP status of the answer; `None` where none came."""
    error: BaseException | None = None
    """Why it failed; `None` for a success."""
    cause: Cause | None = None
    """What kind of failure that is, as far as trying again goes."""
    wait: float | None = None
    """Seconds until the next attempt; `None` where there is none."""


class Hook:
    """Told of calls and attempts. Override what you need; for an `AsyncClient` a method may be `async`.

    A hook that fails is logged by its name and does not touch the call.
    """

    def before_call(self, call: Call) -> Awaitable[None] | None:
        """A call begins; nothing was awaited or sent."""

    def before_attempt(self, attempt: Attempt) -> Awaitable[None] | None:
        """A request is about to be signed and sent; the wait for the rate limit is over."""

    def after_attempt(self, attempt: Attempt) -> Awaitable[None] | None:
        """It ended; `cause` and `wait` say what comes of a failure."""

    def after_call(self, call: Call) -> Awaitable[None] | None:
        """The call ended, by whatever way: a result, an error, a cancellation or an interrupt."""
