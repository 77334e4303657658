"""Fault injection, by kind or by name.

A fault applies only to a request that passes the checks of form, signature, common parameters and rate limit.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from contextlib import suppress

from .._service.service_error import ServiceError
from .component import FakeComponent
from .faults import NAMED_FAULTS, Fault, canned_reply


class FaultScripting(FakeComponent):
    """The methods of a fake that inject faults."""

    @property
    def pending_faults(self) -> list[Fault]:
        """Scripted faults that no request has received yet."""
        with self._lock:
            return self._service.faults.pending()

    def break_next(self, fault: str, action: str | None = None, *, times: int = 1) -> None:
        """Inject a named fault into the next request.

        Args:
            fault: One of `tencentkit.testing.NAMED_FAULTS`, such as `throttled` or `dropped after it ran`.
            action: Wire name or client method of the only action to affect; default: any.
            times: Number of requests.

        Raises:
            ValueError: `times` is less than 1, `fault` is unknown, or there is no such action.
        """
        named = NAMED_FAULTS.get(fault)
        if named is None:
            raise ValueError(f"there is no fault {fault!r}; the faults are: {', '.join(NAMED_FAULTS)}")
        self._script(named.fault._replace(action=self._wire_name(action)), times)

    def fail_next(self, action: str | None = None, *, code: str, message: str = "Scripted.", times: int = 1) -> None:
        """Return an error response to the next request, without executing it.

        Args:
            action: Wire name or client method of the only action to affect; default: any.
            code: Error code.
            message: Error message.
            times: Number of requests.

        Raises:
            ValueError: `times` is less than 1, or there is no such action.
        """
        self._script(Fault(self._wire_name(action), failure=ServiceError(code, message)), times)

    def reply_next(
        self,
        action: str | None = None,
        *,
        body: bytes,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        times: int = 1,
    ) -> None:
        """Return a canned reply to the next request, without executing it; the action may be unknown to the fake.

        Args:
            action: Wire name or client method of the only action to affect; default: any.
            body: Body of the reply.
            status: HTTP status.
            headers: Headers; they override the default `Content-Type` and `Date`.
            times: Number of requests.

        Raises:
            TypeError: `body` is not bytes.
            ValueError: `times` is less than 1, `headers` contain a framing header, or `status` is not a final one or allows no body.
        """
        with suppress(ValueError):  # an action that is not generated yet keeps its name
            action = self._wire_name(action)
        self._script(Fault(action, reply=canned_reply(status, headers or {}, body)), times)

    def drop_next(self, action: str | None = None, *, executed: bool = False, times: int = 1) -> None:
        """Close the connection of the next request without a response.

        Args:
            action: Wire name or client method of the only action to affect; default: any.
            executed: Whether the action runs first; the caller cannot tell.
            times: Number of requests.

        Raises:
            ValueError: `times` is less than 1, or there is no such action.
        """
        self._script(Fault(self._wire_name(action), executed=executed), times)

    def delay_next(self, seconds: float, *, action: str | None = None, times: int = 1) -> None:
        """Delay the response to the next request; the action runs at once.

        In process the fake's clock waits; over a socket the wait takes real time.

        Args:
            seconds: Length of the delay.
            action: Wire name or client method of the only action to affect; default: any.
            times: Number of requests.

        Raises:
            ValueError: `times` is less than 1, `seconds` is negative or not finite, or there is no such action.
        """
        if not 0 <= seconds < math.inf:  # false for NaN
            raise ValueError(f"seconds must be finite and not negative: {seconds!r}")
        self._script(Fault(self._wire_name(action), delay=float(seconds)), times)

    def _script(self, fault: Fault, times: int) -> None:
        with self._lock:
            self._service.faults.add(fault, times)
        self._notify()

    def _wire_name(self, action: str | None) -> str | None:
        return None if action is None else self._names.action(action)
