# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model GetFunctionLogsRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_object,
    unknown_fields,
)
from ...unset import UNSET, Unset
from .log_filter import LogFilter, LogFilterDict
from .log_search_context import LogSearchContext, LogSearchContextDict


@define(kw_only=True, repr=False)
class GetFunctionLogsRequest(Model):
    """Request of GetFunctionLogs."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string"),
        Field("offset", "Offset", "integer"),
        Field("limit", "Limit", "integer"),
        Field("order", "Order", "string", known_values=("desc", "asc")),
        Field("order_by", "OrderBy", "string"),
        Field("filter", "Filter", "object", model="LogFilter"),
        Field("namespace", "Namespace", "string"),
        Field("qualifier", "Qualifier", "string"),
        Field("function_request_id", "FunctionRequestId", "string"),
        Field("start_time", "StartTime", "string"),
        Field("end_time", "EndTime", "string"),
        Field(
            "search_context",
            "SearchContext",
            "object",
            model="LogSearchContext",
            deprecated="search_context is deprecated. The service may remove it.",
        ),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str | Unset = UNSET
    """Name of the function."""
    offset: int | Unset = UNSET
    """Number of entries to skip. Offset and Limit together are at most 10,000."""
    limit: int | Unset = UNSET
    """Maximum number of entries to return. Offset and Limit together are at most 10,000."""
    order: Literal["desc", "asc"] | str | Unset = UNSET
    """Sort direction: asc or desc. Known values: `desc`, `asc`."""
    order_by: str | Unset = UNSET
    """Sort field: function_name, duration, mem_usage or start_time."""
    filter: LogFilter | LogFilterDict | Unset = UNSET
    """Filter for the entries."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    qualifier: str | Unset = UNSET
    """Version or alias of the function."""
    function_request_id: str | Unset = UNSET
    """Request ID of the invocation."""
    start_time: str | Unset = UNSET
    """Start of the time window, in the format 2006-01-02 15:04:05. It is at most one day before EndTime."""
    end_time: str | Unset = UNSET
    """End of the time window, in the format 2006-01-02 15:04:05."""
    search_context: LogSearchContext | LogSearchContextDict | Unset = UNSET
    """Deprecated. No longer used by the service. It is deprecated. The service may remove it."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            function_name=get("FunctionName", UNSET),
            offset=get("Offset", UNSET),
            limit=get("Limit", UNSET),
            order=get("Order", UNSET),
            order_by=get("OrderBy", UNSET),
            filter=read_object(LogFilter, get("Filter", UNSET)),
            namespace=get("Namespace", UNSET),
            qualifier=get("Qualifier", UNSET),
            function_request_id=get("FunctionRequestId", UNSET),
            start_time=get("StartTime", UNSET),
            end_time=get("EndTime", UNSET),
            search_context=read_object(LogSearchContext, get("SearchContext", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in GetFunctionLogsRequest.FIELDS)
