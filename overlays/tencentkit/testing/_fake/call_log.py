"""Log of the requests that the fake received."""

from __future__ import annotations

from collections import deque
from typing import Any, NamedTuple

from tencentkit_api.secret_names import without_secrets


class RecordedCall(NamedTuple):
    """One request, without signature and token. Its repr hides the secrets among the parameters."""

    action: str
    version: str
    region: str
    host: str
    parameters: dict[str, Any] | None
    """The action's own parameters; `None` if the body was not a JSON object."""
    request_id: str
    code: str | None
    """Error code of the response; `None` if the response was another one or was not sent."""
    arrived_at: float
    """Unix seconds by the server's clock."""
    executed: bool
    """True if the action returned a result, even if the caller did not receive it."""
    message: str | None = None
    """Message of that error, for people."""

    def __repr__(self) -> str:
        shown = self._replace(parameters=without_secrets(self.parameters))
        return f"RecordedCall({', '.join(f'{name}={value!r}' for name, value in zip(self._fields, shown, strict=True))})"


class CallLog:
    """The recorded calls, oldest first.

    Args:
        keep: Maximum number of calls; older ones are discarded. `None`: unbounded.
    """

    def __init__(self, keep: int | None = None) -> None:
        self._calls: deque[RecordedCall] = deque(maxlen=keep)
        self.total = 0
        """Number of calls so far, discarded ones included."""

    def append(self, call: RecordedCall) -> None:
        """Record a call."""
        self._calls.append(call)
        self.total += 1

    def since(self, number: int) -> list[RecordedCall]:
        """Return the calls after the first `number` ones that are still in the log, oldest first."""
        return list(self._calls)[max(0, len(self._calls) - (self.total - number)) :] if number < self.total else []
