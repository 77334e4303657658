"""Dispatch of hooks: validation of hooks, and the step that notifies them."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

from .._validation.objects import refuse_async
from ..errors import RequestInvalid
from ..hooks import Attempt, Call, Hook

_LOG = logging.getLogger("tencentkit")
_EVENTS = ("before_call", "before_attempt", "after_attempt", "after_call")
Event = Literal["before_call", "before_attempt", "after_attempt", "after_call", "after_stream"]


class NotifyHooks(NamedTuple):
    """Notify every hook of an event; an error of a hook is logged and does not affect the call."""

    hooks: tuple[Hook, ...]
    event: Event
    subject: Call | Attempt

    def run(self, _transport: object) -> None:
        """See `Step.run`."""
        for hook in self.hooks:
            try:
                result = _handler(hook, self.event)(self.subject)
                if inspect.isawaitable(result):
                    refuse_async(result, "hook")
            except Exception as error:  # noqa: BLE001 - a hook must not affect the call
                _log(hook, self.event, error)

    async def run_async(self, _transport: object) -> None:
        """See `Step.run_async`."""
        for hook in self.hooks:
            try:
                result = _handler(hook, self.event)(self.subject)
                if inspect.isawaitable(result):
                    await result
            except Exception as error:  # noqa: BLE001 - as above
                _log(hook, self.event, error)


def _handler(hook: Hook, event: Event) -> Callable[[Any], Any]:
    # `check_hooks` requires all methods but the one for streams, which objects that are no `Hook` may lack.
    handler: Callable[[Any], Any] = getattr(hook, event, _ignore)
    return handler


def _ignore(_: object) -> None:
    pass


def check_hooks(hooks: Any, *, is_async: bool) -> tuple[Hook, ...]:
    """Return `hooks` as a tuple.

    Raises:
        RequestInvalid: One is not a hook, or is async in a client without an event loop.
    """
    if not isinstance(hooks, Iterable) or isinstance(hooks, str):
        raise RequestInvalid("hooks", f"must be a list of Hook objects, not {type(hooks).__name__}")
    checked = tuple(hooks)
    for hook in checked:
        name = type(hook).__name__
        if isinstance(hook, type) or not all(callable(getattr(hook, event, None)) for event in _EVENTS):
            raise RequestInvalid("hooks", f"{hook.__name__ if isinstance(hook, type) else name} is not a Hook object")
        if not is_async and any(inspect.iscoroutinefunction(getattr(hook, event, None)) for event in (*_EVENTS, "after_stream")):
            raise RequestInvalid("hooks", f"{name} is async, which needs an AsyncClient")
    return checked


def _log(hook: Hook, event: str, error: Exception) -> None:
    # By class only: the message may hold anything that the hook has seen.
    _LOG.error("tencentkit: hook %s failed in %s with %s", type(hook).__name__, event, type(error).__name__)
