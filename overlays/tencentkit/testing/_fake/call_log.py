"""What came to the fake, for a test to look at afterwards."""

from __future__ import annotations

from collections import deque
from typing import Any, NamedTuple


class Call(NamedTuple):
    """One request, without its signature, its token or any other secret."""

    action: str
    version: str
    region: str
    host: str
    parameters: dict[str, Any] | None
    """The action's own parameters; `None` where the body was no JSON object."""
    request_id: str
    code: str | None
    """Code of the error that the fake answered with; `None` where it answered otherwise, or not at all."""
    arrived_at: float
    """Unix seconds by the server's clock."""
    executed: bool
    """Whether the action ran and gave a result, even if the caller never saw it."""
    message: str | None = None
    """Text of that error, for people."""


class CallLog:
    """The calls in their order; the oldest are forgotten beyond `keep`.

    Args:
        keep: How many to keep; `None`: all.
    """

    def __init__(self, keep: int | None = None) -> None:
        self._calls: deque[Call] = deque(maxlen=keep)
        self.total = 0
        """How many calls there were, forgotten ones included."""

    def append(self, call: Call) -> None:
        """Note a call."""
        self._calls.append(call)
        self.total += 1

    def since(self, number: int) -> list[Call]:
        """The calls that are kept after the first `number` ones, oldest first."""
        return list(self._calls)[max(0, len(self._calls) - (self.total - number)) :] if number < self.total else []
