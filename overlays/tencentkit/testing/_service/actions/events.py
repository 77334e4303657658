"""Actions on asynchronous events.

Source: the pages ListAsyncEvents and GetAsyncEventStatus.

The page lists two codes for a missing function or namespace. The fake returns `ResourceNotFound.…`, and `InvalidParameterValue.…`
if the name is empty. An error without a code of its own, such as a negative `Offset`, is `InvalidParameterValue`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import times
from ..action_request import ActionRequest
from ..event_store import STATUS_CODES, STATUSES, StoredEvent
from ..function_store import DEFAULT_NAMESPACE
from ..state import ServiceState

_DEFAULT_LIMIT = 20
_MAX_LIMIT = 100


def list_async_events(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute ListAsyncEvents."""
    parameters, now = request.parameters, request.now
    name = parameters["FunctionName"]
    namespace = parameters.get("Namespace", DEFAULT_NAMESPACE)
    order = parameters.get("Order", "DESC")
    order_by = parameters.get("Orderby", "StartTime")
    offset = parameters.get("Offset", 0)
    limit = parameters.get("Limit", _DEFAULT_LIMIT)
    request.require(name, "function name", "`FunctionName` is empty.")
    request.require(namespace, "namespace name", "`Namespace` is empty.")
    request.require(order in {"ASC", "DESC"}, "order", "`Order` must be ASC or DESC.")
    request.require(order_by in {"StartTime", "EndTime"}, "order by", "`Orderby` must be StartTime or EndTime.")
    request.require(offset >= 0, "offset", "`Offset` must not be negative.")
    request.require(1 <= limit <= _MAX_LIMIT, "limit", f"`Limit` must be from 1 to {_MAX_LIMIT}.")
    keep = _filter(request)
    function = state.functions.requested(request)
    qualifier = parameters.get("Qualifier")
    version = None if qualifier is None else state.functions.requested_version(request, function, qualifier).number
    found = [event for event in state.events.of_function(function, version, now) if keep(event)]
    # Ties keep the order of creation, so that pages neither repeat nor omit an event.
    found.sort(key=lambda event: (_sort_time(event, order_by, now), event.number), reverse=order == "DESC")
    return {
        "TotalCount": len(found),
        "EventList": [_row(event, now) for event in found[offset : offset + limit]],
    }


def get_async_event_status(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute GetAsyncEventStatus."""
    event = state.events.get(request.parameters["InvokeRequestId"], request.now)
    status = event.status(request.now)
    return {
        "Result": {
            "Status": status,
            "StatusCode": STATUS_CODES[status],
            "InvokeRequestId": event.invoke_request_id,
        }
    }


def terminate_async_event(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute TerminateAsyncEvent; the event is ABORTED at once."""
    function = state.functions.requested(request)
    event = state.events.get(request.parameters["InvokeRequestId"], request.now)
    request.require(event.function is function, "event", f"The event does not belong to `{function.name}`.")
    request.require(event.running(request.now), "event ended", "The event has ended.")
    event.ended, event.ends_as = request.now, "ABORTED"
    return {}


def _sort_time(event: StoredEvent, order_by: str, now: int) -> int:
    """Return the time to sort by; the EndTime of a running event is empty and sorts before every time."""
    if order_by == "StartTime":
        return event.started
    return -1 if event.ended is None or event.running(now) else event.ended


def _row(event: StoredEvent, now: int) -> dict[str, Any]:
    return {
        "InvokeRequestId": event.invoke_request_id,
        "InvokeType": event.invoke_type,
        "Qualifier": event.qualifier,
        "Status": event.status(now),
        "StartTime": event.start_time(),
        "EndTime": event.end_time(now),
    }


def _filter(request: ActionRequest) -> Callable[[StoredEvent], bool]:
    """Return the predicate for the filter parameters; a missing or empty list matches every event."""
    parameters, now = request.parameters, request.now
    invoke_types = parameters.get("InvokeType", [])
    statuses = parameters.get("Status", [])
    request.require(all(invoke_types), "invoke type", "`InvokeType` holds an empty string.")
    request.require(all(status in STATUSES for status in statuses), "status", f"`Status` must be one of {', '.join(STATUSES)}.")
    started = _interval(request, "StartTimeInterval")
    ended = _interval(request, "EndTimeInterval")
    invoke_request_id = parameters.get("InvokeRequestId")

    def keep(event: StoredEvent) -> bool:
        return (
            (not invoke_types or event.invoke_type in invoke_types)
            and (not statuses or event.status(now) in statuses)
            and (started is None or event.started in started)
            and (ended is None or (event.ended is not None and not event.running(now) and event.ended in ended))
            and invoke_request_id in {None, event.invoke_request_id}
        )

    return keep


def _interval(request: ActionRequest, name: str) -> range | None:
    """Return an interval in milliseconds: its start included, its end excluded."""
    interval = request.parameters.get(name)
    if interval is None:
        return None
    bounds = []
    for part in ("Start", "End"):
        text = interval[part]
        try:
            bounds.append(times.from_text(text, milliseconds=False))
        except ValueError:
            raise request.error("interval", f"`{name}.{part}` must have the format YYYY-mm-dd HH:MM:SS.") from None
    return range(*bounds)
