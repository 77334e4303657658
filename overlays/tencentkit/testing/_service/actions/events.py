"""What the fake does for the actions on asynchronous events.

Source: the pages ListAsyncEvents and GetAsyncEventStatus.

Where the page has two codes for one fault: a function or namespace that is not there is `ResourceNotFound.…`, one that
can never be there because its name is empty is `InvalidParameterValue.…`. A fault for which the page has no code of its
own, such as a negative `Offset`, is the bare `InvalidParameterValue`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import times as _times
from ..action_request import Asked
from ..event_store import STATUS_CODES, STATUSES, AsyncEvent
from ..function_store import DEFAULT_NAMESPACE
from ..state import State

_DEFAULT_LIMIT = 20
_MAXIMUM_LIMIT = 100


def list_async_events(state: State, asked: Asked) -> dict[str, Any]:
    """Answer ListAsyncEvents."""
    parameters, now = asked.parameters, asked.now
    name = parameters["FunctionName"]
    namespace = parameters.get("Namespace", DEFAULT_NAMESPACE)
    order = parameters.get("Order", "DESC")
    order_by = parameters.get("Orderby", "StartTime")
    offset = parameters.get("Offset", 0)
    limit = parameters.get("Limit", _DEFAULT_LIMIT)
    asked.expect(name, "function name", "`FunctionName` is empty.")
    asked.expect(namespace, "namespace name", "`Namespace` is empty.")
    asked.expect(order in {"ASC", "DESC"}, "order", "`Order` must be ASC or DESC.")
    asked.expect(order_by in {"StartTime", "EndTime"}, "order by", "`Orderby` must be StartTime or EndTime.")
    asked.expect(offset >= 0, "offset", "`Offset` must not be negative.")
    asked.expect(1 <= limit <= _MAXIMUM_LIMIT, "limit", f"`Limit` must be from 1 to {_MAXIMUM_LIMIT}.")
    keep = _filter(asked)
    function = state.functions.asked(asked)
    qualifier = parameters.get("Qualifier")
    version = None if qualifier is None else state.functions.asked_version(asked, function, qualifier).number
    found = [event for event in state.executions.events(function, version, now) if keep(event)]
    # Equal times fall back on the order of arrival, so that pages neither repeat nor lose an event.
    found.sort(key=lambda event: (_moment(event, order_by, now), event.number), reverse=order == "DESC")
    return {
        "TotalCount": len(found),
        "EventList": [_row(event, now) for event in found[offset : offset + limit]],
    }


def get_async_event_status(state: State, asked: Asked) -> dict[str, Any]:
    """Answer GetAsyncEventStatus."""
    event = state.executions.event(asked.parameters["InvokeRequestId"], asked.now)
    status = event.status(asked.now)
    return {
        "Result": {
            "Status": status,
            "StatusCode": STATUS_CODES[status],
            "InvokeRequestId": event.invoke_request_id,
        }
    }


def terminate_async_event(state: State, asked: Asked) -> dict[str, Any]:
    """Answer TerminateAsyncEvent: the event is ABORTED at once."""
    function = state.functions.asked(asked)
    event = state.executions.event(asked.parameters["InvokeRequestId"], asked.now)
    asked.expect(event.function is function, "event", f"The event is not one of `{function.name}`.")
    asked.expect(event.running(asked.now), "ended", "The event has ended.")
    event.ended, event.ends_as = asked.now, "ABORTED"
    return {}


def _moment(event: AsyncEvent, order_by: str, now: int) -> int:
    """What events are sorted by. A running one's EndTime is empty, which comes before every time."""
    if order_by == "StartTime":
        return event.started
    return -1 if event.ended is None or event.running(now) else event.ended


def _row(event: AsyncEvent, now: int) -> dict[str, Any]:
    return {
        "InvokeRequestId": event.invoke_request_id,
        "InvokeType": event.invoke_type,
        "Qualifier": event.qualifier,
        "Status": event.status(now),
        "StartTime": event.start_time(),
        "EndTime": event.end_time(now),
    }


def _filter(asked: Asked) -> Callable[[AsyncEvent], bool]:
    """What the parameters let through; an absent or empty list lets everything through."""
    parameters, now = asked.parameters, asked.now
    invoke_types = parameters.get("InvokeType", [])
    statuses = parameters.get("Status", [])
    asked.expect(all(invoke_types), "invoke type", "`InvokeType` holds an empty string.")
    asked.expect(all(status in STATUSES for status in statuses), "status", f"`Status` must be of {', '.join(STATUSES)}.")
    started = _interval(asked, "StartTimeInterval")
    ended = _interval(asked, "EndTimeInterval")
    invoke_request_id = parameters.get("InvokeRequestId")

    def keep(event: AsyncEvent) -> bool:
        return (
            (not invoke_types or event.invoke_type in invoke_types)
            and (not statuses or event.status(now) in statuses)
            and (started is None or event.started in started)
            and (ended is None or (event.ended is not None and not event.running(now) and event.ended in ended))
            and invoke_request_id in {None, event.invoke_request_id}
        )

    return keep


def _interval(asked: Asked, name: str) -> range | None:
    """The milliseconds of an interval: its start included, its end excluded."""
    interval = asked.parameters.get(name)
    if interval is None:
        return None
    bounds = []
    for part in ("Start", "End"):
        text = interval[part]
        try:
            bounds.append(_times.from_text(text, milliseconds=False))
        except ValueError:
            raise asked.refusal("interval", f"`{name}.{part}` must be of the form YYYY-mm-dd HH:MM:SS.") from None
    return range(*bounds)
