# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 4dff441be55f9376a75221dca84a2a0d91b5e803e2241eb959cd15c2c6a352b2).
# Do not edit: mend the spec or the template.
"""Models of scf 2018-04-16, each loaded when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .async_event import AsyncEvent as AsyncEvent
    from .async_event_status import AsyncEventStatus as AsyncEventStatus
    from .get_async_event_status_request import GetAsyncEventStatusRequest as GetAsyncEventStatusRequest
    from .get_async_event_status_response import GetAsyncEventStatusResponse as GetAsyncEventStatusResponse
    from .list_async_events_request import ListAsyncEventsRequest as ListAsyncEventsRequest
    from .list_async_events_response import ListAsyncEventsResponse as ListAsyncEventsResponse
    from .time_interval import TimeInterval as TimeInterval
    from .time_interval import TimeIntervalDict as TimeIntervalDict

_MODULES = {
    "AsyncEvent": "async_event",
    "AsyncEventStatus": "async_event_status",
    "GetAsyncEventStatusRequest": "get_async_event_status_request",
    "GetAsyncEventStatusResponse": "get_async_event_status_response",
    "ListAsyncEventsRequest": "list_async_events_request",
    "ListAsyncEventsResponse": "list_async_events_response",
    "TimeInterval": "time_interval",
    "TimeIntervalDict": "time_interval",
}

__all__ = [
    "AsyncEvent",
    "AsyncEventStatus",
    "GetAsyncEventStatusRequest",
    "GetAsyncEventStatusResponse",
    "ListAsyncEventsRequest",
    "ListAsyncEventsResponse",
    "TimeInterval",
    "TimeIntervalDict",
]


if not TYPE_CHECKING:  # a checker that saw it would let every name through

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
