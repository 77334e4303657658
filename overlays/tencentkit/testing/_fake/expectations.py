"""What a test expects of the calls that came, with messages that show them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .call_log import Call
from .wire_names import wire_action, wire_parameters

if TYPE_CHECKING:
    from .fake import FakeScf

_SHOWN = 20
_LONGEST = 120


class Expectations:
    """Assertions on the calls so far; each raises an `AssertionError` that lists them.

    An action is named as on the wire or as the client's method; so are its parameters:

        fake.expect.called("list_async_events", function_name="helloworld", times=2)
    """

    def __init__(self, fake: FakeScf) -> None:
        self._fake = fake

    def called(self, action: str, *, times: int | None = None, **parameters: Any) -> list[Call]:
        """`action` came, with at least these parameters.

        Args:
            action: The action.
            times: How often exactly; at least once where nothing is given.
            **parameters: Parameters that it must have had, by name.

        Returns:
            The calls that fit, oldest first.

        Raises:
            AssertionError: It did not.
            ValueError: There is no such action, or it takes no such parameter.
        """
        __tracebackhide__ = True
        name = wire_action(action)
        wanted = wire_parameters(name, parameters)
        calls = self._fake.calls
        found = [call for call in calls if call.action == name and _holds(call, wanted)]
        if (not found) if times is None else len(found) != times:
            often = "at least once" if times is None else f"{times} times"
            with_what = f" with {_short(wanted)}" if wanted else ""
            raise AssertionError(f"{name}{with_what} was to come {often} and came {len(found)} times; {listed(calls)}")
        return found

    def not_called(self, action: str, **parameters: Any) -> None:
        """`action` did not come with these parameters.

        Raises:
            AssertionError: It did.
            ValueError: There is no such action, or it takes no such parameter.
        """
        __tracebackhide__ = True
        self.called(action, times=0, **parameters)

    def nothing_refused(self) -> None:
        """Every call got a result: none was refused, by the rules or by a script.

        Raises:
            AssertionError: One was.
        """
        __tracebackhide__ = True
        refused = [call for call in self._fake.calls if call.code is not None]
        if refused:
            raise AssertionError(f"{len(refused)} calls were refused; {listed(self._fake.calls)}")

    def limits_kept(self) -> None:
        """No call was refused for its rate by the fake's own count or by a script.

        Raises:
            AssertionError: One was.
        """
        __tracebackhide__ = True
        over = [call for call in self._fake.calls if (call.code or "").startswith("RequestLimitExceeded")]
        if over:
            raise AssertionError(f"{len(over)} calls came too fast; {listed(self._fake.calls)}")

    def faults_met(self) -> None:
        """Every scripted fault was met by a call.

        Raises:
            AssertionError: One was not.
        """
        __tracebackhide__ = True
        pending = self._fake.pending_faults
        if pending:
            kinds = "; ".join(f"{fault.kind} for {fault.action or 'any action'}" for fault in pending)
            raise AssertionError(f"{len(pending)} scripted faults were never met: {kinds}; {listed(self._fake.calls)}")


def listed(calls: Sequence[Call]) -> str:
    """The calls, a line each."""
    if not calls:
        return "no call came"
    left_out = len(calls) - _SHOWN
    lines = [f"  {line(call)}" for call in calls[-_SHOWN:]]
    if left_out > 0:
        lines.insert(0, f"  … {left_out} before")
    return "the calls were:\n" + "\n".join(lines)


def line(call: Call) -> str:
    """One call for people."""
    outcome = call.code or ("ok" if call.executed else "no result")
    return f"{call.action or '(no action)'} {_short(call.parameters)} in {call.region or '(no region)'}: {outcome}"


def _holds(call: Call, wanted: dict[str, Any]) -> bool:
    given = call.parameters or {}
    return all(name in given and given[name] == value for name, value in wanted.items())


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
