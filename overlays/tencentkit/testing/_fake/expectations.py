"""Assertions on the recorded calls, whose messages list the calls."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Protocol

from tencentkit_api.secret_names import without_secrets

from .call_log import RecordedCall
from .faults import Fault
from .wire_names import WireNames

_MAX_CALLS = 20
_MAX_PARAMETERS = 120


class CallRecorder(Protocol):
    """The part of a fake that `Expectations` reads."""

    @property
    def calls(self) -> list[RecordedCall]:
        """The calls so far, oldest first."""
        ...

    @property
    def pending_faults(self) -> list[Fault]:
        """The faults that are still to be injected."""
        ...


class Expectations:
    """Assertions on the calls so far; each raises an `AssertionError` that lists the calls.

    Actions and parameters may have their wire names or the client's names:

        fake.expect.called("list_async_events", function_name="helloworld", times=2)
    """

    def __init__(self, fake: CallRecorder, names: WireNames) -> None:
        self._fake = fake
        self._names = names

    def called(self, action: str, *, times: int | None = None, **parameters: Any) -> list[RecordedCall]:
        """Assert that `action` was called with at least these parameters.

        Args:
            action: The action.
            times: Exact number of calls; default: at least one.
            **parameters: Expected parameters, by name.

        Returns:
            The matching calls, oldest first.

        Raises:
            AssertionError: The number of matching calls is wrong.
            ValueError: There is no such action, or it has no such parameter.
        """
        __tracebackhide__ = True
        name = self._names.action(action)
        expected = self._names.parameters(name, parameters)
        calls = self._fake.calls
        found = [call for call in calls if call.action == name and _matches(call, expected)]
        if (not found) if times is None else len(found) != times:
            count = "1 or more" if times is None else str(times)
            with_parameters = f" with {_shortened(expected)}" if expected else ""
            raise AssertionError(f"expected {count} calls of {name}{with_parameters}, found {len(found)}; {format_calls(calls)}")
        return found

    def not_called(self, action: str, **parameters: Any) -> None:
        """Assert that `action` was not called with these parameters.

        Raises:
            AssertionError: There is a matching call.
            ValueError: There is no such action, or it has no such parameter.
        """
        __tracebackhide__ = True
        self.called(action, times=0, **parameters)

    def nothing_refused(self) -> None:
        """Assert that no call got an error response, injected errors included.

        Raises:
            AssertionError: A call got one.
        """
        __tracebackhide__ = True
        failed = [call for call in self._fake.calls if call.code is not None]
        if failed:
            raise AssertionError(f"{len(failed)} calls got an error response; {format_calls(self._fake.calls)}")

    def limits_kept(self) -> None:
        """Assert that no call exceeded a rate limit, injected errors included.

        Raises:
            AssertionError: A call did.
        """
        __tracebackhide__ = True
        over = [call for call in self._fake.calls if (call.code or "").startswith("RequestLimitExceeded")]
        if over:
            raise AssertionError(f"{len(over)} calls exceeded the rate limit; {format_calls(self._fake.calls)}")

    def faults_met(self) -> None:
        """Assert that every scripted fault was injected.

        Raises:
            AssertionError: A fault is still pending.
        """
        __tracebackhide__ = True
        pending = self._fake.pending_faults
        if pending:
            kinds = "; ".join(f"{fault.kind} for {fault.action or 'any action'}" for fault in pending)
            raise AssertionError(f"{len(pending)} faults are still pending: {kinds}; {format_calls(self._fake.calls)}")


def format_calls(calls: Sequence[RecordedCall]) -> str:
    """Format the last calls, one per line."""
    if not calls:
        return "there were no calls"
    omitted = len(calls) - _MAX_CALLS
    lines = [f"  {format_call(call)}" for call in calls[-_MAX_CALLS:]]
    if omitted > 0:
        lines.insert(0, f"  … {omitted} earlier")
    return "the calls were:\n" + "\n".join(lines)


def format_call(call: RecordedCall) -> str:
    """Format one call as a line."""
    outcome = call.code or ("ok" if call.executed else "no result")
    return f"{call.action or '(no action)'} {_shortened(without_secrets(call.parameters))} in {call.region or '(no region)'}: {outcome}"


def _matches(call: RecordedCall, expected: dict[str, Any]) -> bool:
    actual = call.parameters or {}
    return all(name in actual and actual[name] == value for name, value in expected.items())


def _shortened(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= _MAX_PARAMETERS else text[: _MAX_PARAMETERS - 1] + "…"
