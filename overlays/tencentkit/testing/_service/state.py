"""All that a fake remembers."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, NamedTuple

from .event_store import Executions
from .function_store import Functions, Version

Context = dict[str, Any]
"""What the service tells a function of its run, by the names that it has there."""
Handler = Callable[[Any], Any] | Callable[[Any, Context], Any]
"""A function's code, as a test gives it: the event in, or the event and the context, and the result out."""


class Code(NamedTuple):
    """What runs where a function is invoked."""

    handler: Handler
    takes: float = 0.0
    """Seconds that a run takes, by the fake's clock."""

    def run(self, event: Any, context: Context) -> Any:
        """What it gives; whatever it raises goes through."""
        handler: Any = self.handler
        return handler(event, context) if _wants_context(handler) else handler(event)


def _wants_context(handler: Callable[..., Any]) -> bool:
    """Whether there is a second place for it: one that must be filled, or that has its name."""
    try:
        parameters = inspect.signature(handler).parameters.values()
    except (TypeError, ValueError):  # of some that are written in C nobody can say
        return False
    places = [each for each in parameters if each.kind in {each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD}]
    # `lambda event, number=number: …` only keeps a value.
    return len(places) > 1 and (places[1].default is places[1].empty or places[1].name == "context")


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
