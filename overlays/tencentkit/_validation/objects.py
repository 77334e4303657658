"""Validation of objects that callers pass in: clocks, transports, callables."""

from __future__ import annotations

import inspect
from typing import Any, NoReturn

from ..clock import Clock, SystemClock
from ..errors import RequestInvalid

_CLOCK_METHODS = ("time", "monotonic", "sleep", "sleep_async")


def check_clock(clock: Any) -> Clock:
    """Return `clock`, or the system clock for `None`.

    Raises:
        RequestInvalid: `clock` lacks a method of `Clock`.
    """
    if clock is None:
        return SystemClock()
    if isinstance(clock, type) or not all(callable(getattr(clock, name, None)) for name in _CLOCK_METHODS):
        raise RequestInvalid("clock", f"must be an object with {', '.join(_CLOCK_METHODS)}, not {described(clock)}")
    checked: Clock = clock
    return checked


def check_transport(transport: Any, *, is_async: bool) -> Any:
    """Return `transport` if it implements `Transport` (or `AsyncTransport`).

    Raises:
        RequestInvalid: A method is missing, has another signature, or is async in a sync client.
    """
    close = "aclose" if is_async else "close"
    if isinstance(transport, type) or not all(callable(getattr(transport, name, None)) for name in ("send", close)):
        raise RequestInvalid("transport", f"must be an object with send and {close}, not {described(transport)}")
    if not is_async and inspect.iscoroutinefunction(transport.send):
        raise RequestInvalid("transport", "is async, which needs an AsyncClient")
    if not _accepts_bounds(transport.send):
        usual = "AsyncHttpxTransport" if is_async else "HttpxTransport"
        rule = f"must have send(request, *, timeout, budget), as tencentkit.transport.{usual} does; got {described(transport)}"
        raise RequestInvalid("transport", rule)
    return transport


def _accepts_bounds(send: Any) -> bool:
    try:
        signature = inspect.signature(send)
    except (TypeError, ValueError):
        return True  # a callable without a signature may be right
    try:
        signature.bind(None, timeout=None, budget=None)
    except TypeError:
        return False
    return True


def is_async_callable(function: object) -> bool:
    """Return whether calling `function` returns a coroutine, as far as its definition shows."""
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(getattr(function, "__call__", None))  # noqa: B004


def refuse_async(result: object, role: str) -> NoReturn:
    """Raise for an async callback in a client without an event loop.

    Raises:
        TypeError: Always.
    """
    if inspect.iscoroutine(result):
        result.close()  # or Python warns that it was never awaited
    raise TypeError(f"an async {role} needs an AsyncClient")


def described(value: object) -> str:
    """Return the type of `value` for an error message; never the value, which may be a secret."""
    return f"the class {value.__name__}" if isinstance(value, type) else type(value).__name__
