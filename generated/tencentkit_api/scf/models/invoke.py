# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: InvokeRequest, InvokeResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    read_object,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset
from .shared_result import Result


@define(kw_only=True, repr=False, eq=False)
class InvokeRequest(Model):
    """Request of Invoke."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("invocation_type", "InvocationType", "string"),
        Field("qualifier", "Qualifier", "string"),
        Field("client_context", "ClientContext", "string"),
        Field("log_type", "LogType", "string"),
        Field("namespace", "Namespace", "string"),
        Field("routing_key", "RoutingKey", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    invocation_type: str | Unset = UNSET
    """RequestResponse waits for the result, at most 300 seconds. Event only starts the invocation. Default:
    RequestResponse.
    """
    qualifier: str | Unset = UNSET
    """Version or alias to invoke. Default: $LATEST."""
    client_context: str | Unset = UNSET
    """Event for the function, as JSON text of at most 6 MB, or 128 KB with InvocationType Event."""
    log_type: str | Unset = UNSET
    """Tail returns the last 4 KB of the log; None returns no log. Default: None. Not available with InvocationType
    Event.
    """
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    routing_key: str | Unset = UNSET
    """Routing key for version rules: JSON text with string keys and values, at most 1,024 bytes."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class InvokeResponse(Model):
    """Response of Invoke."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("result", "Result", "object", required=True, model="Result"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    result: Result
    """Result of the invocation."""
    request_id: str
    """Request ID. Quote it when you contact the vendor's support."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """Metadata of the call that returned this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            result=read_object(Result, get("Result")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
