# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 43d737ee6086a6c058c10a50fa9530824c1e419ca373caf4dbe2f9da1f0e9387).
# Do not edit: mend the spec or the template.
"""Tables of the actions of scf 2018-04-16: limits, regions, errors, paging, waiters."""

from __future__ import annotations

from typing import Final

from ..action import Acceptor, Action, Paging, Waiter

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
    paging=Paging(offset="offset", limit="limit", maximum=100, items="event_list", total="total_count"),
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
