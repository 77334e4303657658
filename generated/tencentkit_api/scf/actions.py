# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 4dff441be55f9376a75221dca84a2a0d91b5e803e2241eb959cd15c2c6a352b2).
# Do not edit: mend the spec or the template.
"""Tables of the actions of scf 2018-04-16: limits, regions, errors, paging, waiters."""

from __future__ import annotations

from typing import Final

from ..action import Acceptor, Action, Paging, Timeline, Waiter

SERVICE: Final = "scf"
VERSION: Final = "2018-04-16"
HOST: Final = "scf.tencentcloudapi.com"

GET_ASYNC_EVENT_STATUS: Final = Action(
    name="GetAsyncEventStatus",
    service=SERVICE,
    version=VERSION,
    rate_limit=20,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(
        "FailedOperation.AsyncEventStatus",
        "ResourceNotFound.AsyncEvent",
        "ResourceNotFound.Function",
        "ResourceNotFound.Namespace",
    ),
)

LIST_ASYNC_EVENTS: Final = Action(
    name="ListAsyncEvents",
    service=SERVICE,
    version=VERSION,
    rate_limit=20,
    read_only=True,
    region_required=True,
    regions=(),
    errors=(
        "InvalidParameterValue.FunctionName",
        "InvalidParameterValue.InvokeType",
        "InvalidParameterValue.Limit",
        "InvalidParameterValue.Namespace",
        "InvalidParameterValue.Order",
        "InvalidParameterValue.Orderby",
        "InvalidParameterValue.Status",
        "ResourceNotFound.Function",
        "ResourceNotFound.Namespace",
        "ResourceNotFound.Version",
    ),
    paging=Paging(
        offset="offset",
        limit="limit",
        maximum=100,
        items="event_list",
        total="total_count",
        key="invoke_request_id",
        time=Timeline(
            item="start_time",
            format="%Y-%m-%d %H:%M:%S",
            interval="start_time_interval",
            start="start",
            end="end",
            newest_first=(("order", "DESC"), ("orderby", "StartTime")),
            oldest_first=(("order", "ASC"), ("orderby", "StartTime")),
            reach=2592000,
        ),
        cap=10000,
        cap_error="LimitExceeded.Offset",
    ),
)

ACTIONS: Final[tuple[Action, ...]] = (
    GET_ASYNC_EVENT_STATUS,
    LIST_ASYNC_EVENTS,
)
"""Every action, by name."""

ASYNC_EVENT_FINISHED: Final = Waiter(
    name="AsyncEventFinished",
    interval=1,
    acceptors=(
        Acceptor(state="success", path=("result", "status"), values=("FINISHED",)),
        Acceptor(state="failure", path=("result", "status"), values=("FAILED", "ABORTED")),
        Acceptor(state="retry", error="FailedOperation.AsyncEventStatus"),
    ),
)
