# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
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
    invocation_type: str | Unset = UNSET
    qualifier: str | Unset = UNSET
    client_context: str | Unset = UNSET
    log_type: str | Unset = UNSET
    namespace: str | Unset = UNSET
    routing_key: str | Unset = UNSET
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
