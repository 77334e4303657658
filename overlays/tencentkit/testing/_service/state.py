"""State of the emulated service: functions, events and handlers."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, NamedTuple

from .event_store import EventStore
from .function_store import FunctionStore, StoredVersion

Context = dict[str, Any]
"""Context of a run, with the names that the service uses."""
Handler = Callable[[Any], Any] | Callable[[Any, Context], Any]
"""Code of a function, supplied by a test: takes the event, or the event and the context, and returns the result."""


class TimedHandler(NamedTuple):
    """A handler and the time that a run of it takes."""

    handler: Handler
    takes: float = 0.0
    """Seconds, by the fake's clock."""

    def run(self, event: Any, context: Context) -> Any:
        """Call the handler; its exceptions propagate."""
        handler: Any = self.handler
        return handler(event, context) if _takes_context(handler) else handler(event)


def _takes_context(handler: Callable[..., Any]) -> bool:
    """Return whether the second positional parameter is required or named `context`."""
    try:
        parameters = inspect.signature(handler).parameters.values()
    except (TypeError, ValueError):  # some built-in functions have no signature
        return False
    positional = [each for each in parameters if each.kind in {each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD}]
    # `lambda event, number=number: …` only binds a value.
    return len(positional) > 1 and (positional[1].default is positional[1].empty or positional[1].name == "context")


_NO_HANDLER = TimedHandler(lambda _: None)


class ServiceState:
    """Functions, events and handlers of one fake.

    Args:
        new_id: Returns the id of the next run.
        deploy_time: Milliseconds that a function is busy after a change.
    """

    def __init__(self, new_id: Callable[[], str], deploy_time: int) -> None:
        self.functions = FunctionStore()
        self.events = EventStore(self.functions)
        self.new_id = new_id
        self._deploy_time = deploy_time
        self._handlers: dict[tuple[str, str], TimedHandler] = {}

    def set_handler(self, namespace: str, name: str, handler: TimedHandler) -> None:
        """Set the handler of a function, which need not exist yet."""
        self._handlers[namespace, name] = handler

    def handler(self, namespace: str, name: str) -> TimedHandler:
        """Return the handler of a function; the default one returns `None`."""
        return self._handlers.get((namespace, name), _NO_HANDLER)

    def deploy(self, version: StoredVersion, status: str, now: int) -> None:
        """Make a version busy with the given status for the deploy time."""
        version.busy_status, version.busy_until, version.changed = status, now + self._deploy_time, now
