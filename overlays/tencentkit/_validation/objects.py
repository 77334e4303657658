"""Checks of the objects that callers pass in: clocks and transports."""

from __future__ import annotations

import inspect
from typing import Any

from ..clock import Clock, SystemClock
from ..errors import RequestInvalid

_TIMES = ("time", "monotonic", "sleep", "sleep_async")


def check_clock(clock: Any) -> Clock:
    """The clock; the machine's where none was given."""
    if clock is None:
        return SystemClock()
    if isinstance(clock, type) or not all(callable(getattr(clock, name, None)) for name in _TIMES):
        raise RequestInvalid("clock", f"must be an object with {', '.join(_TIMES)}, not {_what(clock)}")
    given: Clock = clock
    return given


def check_transport(transport: Any, *, is_async: bool) -> Any:
    """`transport`, if it can send, and in the client's own way."""
    close = "aclose" if is_async else "close"
    if isinstance(transport, type) or not all(callable(getattr(transport, name, None)) for name in ("send", close)):
        raise RequestInvalid("transport", f"must be an object with send and {close}, not {_what(transport)}")
    if not is_async and inspect.iscoroutinefunction(transport.send):
        raise RequestInvalid("transport", "is async, which needs an AsyncClient")
    if not _takes_bounds(transport.send):
        usual = "AsyncHttpxTransport" if is_async else "HttpxTransport"
        rule = f"must have a send that takes a request, timeout= and budget=, as tencentkit.transport.{usual}() has, not {_what(transport)}"
        raise RequestInvalid("transport", rule)
    return transport


def _takes_bounds(send: Any) -> bool:
    try:
        signature = inspect.signature(send)
    except (TypeError, ValueError):
        return True  # what tells nothing of itself may be right
    try:
        signature.bind(None, timeout=None, budget=None)
    except TypeError:
        return False
    return True


def _what(given: object) -> str:
    return f"the class {given.__name__}" if isinstance(given, type) else type(given).__name__
