"""What a test scripts to go wrong: by what it is, or by its name.

A fault meets a request that the service would let in: a wrong signature or too many requests come before it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from contextlib import suppress

from .._service.refusal import Refusal
from .component import Part
from .faults import Fault, canned
from .named_faults import NAMED_FAULTS
from .wire_names import wire_action


class Scripting(Part):
    """The part of a fake that takes scripts of faults."""

    @property
    def pending_faults(self) -> list[Fault]:
        """Scripted faults that no request has met yet."""
        with self._lock:
            return self._service.faults.pending()

    def break_next(self, fault: str, action: str | None = None, *, times: int = 1) -> None:
        """Let the next request meet a fault that has a name.

        Args:
            fault: One of `tencentkit.testing.NAMED_FAULTS`, such as `throttled` or `dropped after it ran`.
            action: Only this action, as on the wire or as the client's method; any where nothing is given.
            times: How many requests.

        Raises:
            ValueError: `times` is less than 1, no fault has this name, or there is no such action.
        """
        named = NAMED_FAULTS.get(fault)
        if named is None:
            raise ValueError(f"no fault is named {fault!r}; there are: {', '.join(NAMED_FAULTS)}")
        self._script(named.fault._replace(action=_named(action)), times)

    def fail_next(self, action: str | None = None, *, code: str, message: str = "Scripted.", times: int = 1) -> None:
        """Answer the next request with an error, and do not execute it.

        Args:
            action: Only this action, as on the wire or as the client's method; any where nothing is given.
            code: Error code.
            message: Error message.
            times: How many requests.

        Raises:
            ValueError: `times` is less than 1, or there is no such action.
        """
        self._script(Fault(_named(action), failure=Refusal(code, message)), times)

    def reply_next(
        self,
        action: str | None = None,
        *,
        body: bytes,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        times: int = 1,
    ) -> None:
        """Answer the next request with these bytes, and do not execute it; the action need not be one of the fake's.

        Args:
            action: Only this action, as on the wire or as the client's method; any where nothing is given.
            body: The body as it stands.
            status: HTTP status.
            headers: Headers beside `Content-Type` and `Date`, or instead of them.
            times: How many requests.

        Raises:
            TypeError: `body` is not bytes.
            ValueError: `times` is less than 1, a header is one that only the server can write, or an answer with this
                status is no final one or has no body.
        """
        with suppress(ValueError):  # one that is not generated yet stays as it is
            action = _named(action)
        self._script(Fault(action, reply=canned(status, headers or {}, body)), times)

    def drop_next(self, action: str | None = None, *, executed: bool = False, times: int = 1) -> None:
        """Close the connection instead of answering the next request.

        Args:
            action: Only this action, as on the wire or as the client's method; any where nothing is given.
            executed: Whether the action runs before: the caller cannot tell.
            times: How many requests.

        Raises:
            ValueError: `times` is less than 1, or there is no such action.
        """
        self._script(Fault(_named(action), executed=executed), times)

    def delay_next(self, seconds: float, *, action: str | None = None, times: int = 1) -> None:
        """Hold back the answer to the next request, whatever it is; the action runs at once.

        In process the wait is the clock's; over a socket it is real.

        Args:
            seconds: How long.
            action: Only this action, as on the wire or as the client's method; any where nothing is given.
            times: How many requests.

        Raises:
            ValueError: `times` is less than 1, `seconds` is negative or endless, or there is no such action.
        """
        if not 0 <= seconds < math.inf:  # NaN is not, either
            raise ValueError(f"an answer cannot come {seconds!r} s late")
        self._script(Fault(_named(action), delay=float(seconds)), times)

    def _script(self, fault: Fault, times: int) -> None:
        with self._lock:
            self._service.faults.add(fault, times)
        self._changed()


def _named(action: str | None) -> str | None:
    return None if action is None else wire_action(action)
