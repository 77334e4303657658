"""Checks of objects that callers pass in."""

from __future__ import annotations

import inspect
from typing import NoReturn


def is_async_callable(given: object) -> bool:
    """Whether calling `given` gives a coroutine, as far as can be told before."""
    return inspect.iscoroutinefunction(given) or inspect.iscoroutinefunction(getattr(given, "__call__", None))  # noqa: B004


def refuse_async(answer: object, what: str) -> NoReturn:
    """Raise, for nobody here can await `answer`.

    Raises:
        TypeError: Always.
    """
    if inspect.iscoroutine(answer):
        answer.close()  # or Python would warn that it was never awaited
    raise TypeError(f"an async {what} needs an AsyncClient")
