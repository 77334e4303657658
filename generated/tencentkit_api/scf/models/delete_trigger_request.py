# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""DeleteTriggerRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


@define(kw_only=True)
class DeleteTriggerRequest(Model):
    """Arguments of DeleteTrigger."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("type", "Type", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("trigger_desc", "TriggerDesc", "string"),
        Field("qualifier", "Qualifier", "string"),
    )

    function_name: str
    trigger_name: str
    type: str
    namespace: str | Unset = UNSET
    trigger_desc: str | Unset = UNSET
    qualifier: str | Unset = UNSET
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            function_name=source.get("FunctionName", UNSET),
            trigger_name=source.get("TriggerName", UNSET),
            type=source.get("Type", UNSET),
            namespace=source.get("Namespace", UNSET),
            trigger_desc=source.get("TriggerDesc", UNSET),
            qualifier=source.get("Qualifier", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in DeleteTriggerRequest.FIELDS)
