# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d2380e5a5b3c54341cb3bff7447993bf9fc5056014169d3147cd9da6f682ec9e).
# Do not edit: mend the spec or the template.
"""InvokeRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


@define(kw_only=True)
class InvokeRequest(Model):
    """Arguments of Invoke."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("invocation_type", "InvocationType", "string"),
        Field("qualifier", "Qualifier", "string"),
        Field("client_context", "ClientContext", "string"),
        Field("log_type", "LogType", "string"),
        Field("namespace", "Namespace", "string"),
        Field("routing_key", "RoutingKey", "string"),
    )

    function_name: str
    """Name of the function."""
    invocation_type: str | Unset = UNSET
    """RequestResponse waits for the result, 300 seconds at most; Event only starts it. RequestResponse where none is
    given.
    """
    qualifier: str | Unset = UNSET
    """Version or alias to invoke; $LATEST where none is given."""
    client_context: str | Unset = UNSET
    """What the function is given, a JSON text: 6 MB at most, 128 KB where InvocationType is Event."""
    log_type: str | Unset = UNSET
    """Tail returns the end of the log, 4 KB at most; None, where none is given, does not. Not for InvocationType
    Event.
    """
    namespace: str | Unset = UNSET
    """Namespace of the function; `default` where none is given."""
    routing_key: str | Unset = UNSET
    """JSON text of string keys and values, 1,024 bytes at most, by which rules choose a version."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            function_name=source.get("FunctionName", UNSET),
            invocation_type=source.get("InvocationType", UNSET),
            qualifier=source.get("Qualifier", UNSET),
            client_context=source.get("ClientContext", UNSET),
            log_type=source.get("LogType", UNSET),
            namespace=source.get("Namespace", UNSET),
            routing_key=source.get("RoutingKey", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in InvokeRequest.FIELDS)
