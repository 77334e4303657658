"""All that a fake remembers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ._executions import Executions
from ._functions_state import Functions, Version

Handler = Callable[[Any], Any]
"""A function's code, as a test gives it: the event in, the result out."""


class Code(NamedTuple):
    """What runs where a function is invoked."""

    handler: Handler
    takes: float = 0.0
    """Seconds that a run takes, by the fake's clock."""


_NOTHING = Code(lambda _: None)


class State:
    """Functions, events, and what runs.

    Args:
        new_id: Gives the ids of functions' runs.
        deploy_time: Milliseconds that a function is busy after a change.
    """

    def __init__(self, new_id: Callable[[], str], deploy_time: int) -> None:
        self.functions = Functions()
        self.executions = Executions(self.functions)
        self.new_id = new_id
        self._deploy_time = deploy_time
        self._codes: dict[tuple[str, str], Code] = {}

    def set_code(self, namespace: str, name: str, code: Code) -> None:
        """What runs where the function of this name is invoked, whether it is there yet or not."""
        self._codes[namespace, name] = code

    def code(self, namespace: str, name: str) -> Code:
        """What runs; nothing, which gives nothing, where the test did not say."""
        return self._codes.get((namespace, name), _NOTHING)

    def deploy(self, version: Version, status: str, now: int) -> None:
        """Let a version be busy for a while, in the state `status`."""
        version.busy_as, version.busy_until, version.changed = status, now + self._deploy_time, now
