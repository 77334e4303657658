# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model InvokeRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_fields,
)
from ...unset import UNSET, Unset


@define(kw_only=True, repr=False)
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

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            function_name=get("FunctionName", UNSET),
            invocation_type=get("InvocationType", UNSET),
            qualifier=get("Qualifier", UNSET),
            client_context=get("ClientContext", UNSET),
            log_type=get("LogType", UNSET),
            namespace=get("Namespace", UNSET),
            routing_key=get("RoutingKey", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in InvokeRequest.FIELDS)
