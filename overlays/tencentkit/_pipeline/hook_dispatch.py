"""Telling hooks of a call: what they are told, and when."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from .._validation.headers import check_headers
from .._validation.objects import refuse_async
from ..errors import RequestInvalid
from ..hooks import Attempt, Call, Hook

_LOG = logging.getLogger("tencentkit")
_MOMENTS = ("before_call", "before_attempt", "after_attempt", "after_call")
Moment = Literal["before_call", "before_attempt", "after_attempt", "after_call"]


class NotifyHooks(NamedTuple):
    """Tell every hook; nothing is answered."""

    hooks: tuple[Hook, ...]
    moment: Moment
    subject: Call | Attempt


def tell(step: NotifyHooks) -> None:
    """Tell them in this thread."""
    for hook in step.hooks:
        try:
            answer = getattr(hook, step.moment)(step.subject)
            if inspect.isawaitable(answer):
                refuse_async(answer, "hook")
        except Exception as error:  # noqa: BLE001 - who looks on must not change what happens
            _log(hook, step.moment, error)


async def tell_async(step: NotifyHooks) -> None:
    """Tell them in this task."""
    for hook in step.hooks:
        try:
            answer = getattr(hook, step.moment)(step.subject)
            if inspect.isawaitable(answer):
                await answer
        except Exception as error:  # noqa: BLE001 - as above
            _log(hook, step.moment, error)


def check_hooks(hooks: Any, *, is_async: bool) -> tuple[Hook, ...]:
    """`hooks`, if each can be told.

    Raises:
        RequestInvalid: One is no hook, or is async where nothing awaits.
    """
    if not isinstance(hooks, Iterable) or isinstance(hooks, str):
        raise RequestInvalid("hooks", f"must be a list of Hook objects, not {type(hooks).__name__}")
    checked = tuple(hooks)
    for hook in checked:
        name = type(hook).__name__
        if isinstance(hook, type) or not all(callable(getattr(hook, moment, None)) for moment in _MOMENTS):
            raise RequestInvalid("hooks", f"{hook.__name__ if isinstance(hook, type) else name} is no Hook object")
        if not is_async and any(inspect.iscoroutinefunction(getattr(hook, moment)) for moment in _MOMENTS):
            raise RequestInvalid("hooks", f"{name} is async, which needs an AsyncClient")
    return checked


def added_headers(attempt: Attempt) -> dict[str, str]:
    """The headers that a hook left on an attempt.

    Raises:
        RequestInvalid: They cannot be sent, or are ours to set.
    """
    return check_headers(attempt.headers)


def _log(hook: Hook, moment: str, error: Exception) -> None:
    # By name alone: its text may hold whatever the hook has seen.
    _LOG.error("tencentkit: hook %s failed in %s with %s", type(hook).__name__, moment, type(error).__name__)
