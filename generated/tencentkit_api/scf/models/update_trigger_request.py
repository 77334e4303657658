# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""UpdateTriggerRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


@define(kw_only=True)
class UpdateTriggerRequest(Model):
    """Arguments of UpdateTrigger."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("type", "Type", "string", required=True),
        Field("enable", "Enable", "string"),
        Field("qualifier", "Qualifier", "string"),
        Field("namespace", "Namespace", "string"),
        Field("trigger_desc", "TriggerDesc", "string"),
        Field("description", "Description", "string"),
        Field("custom_argument", "CustomArgument", "string"),
    )

    function_name: str
    trigger_name: str
    type: str
    enable: str | Unset = UNSET
    qualifier: str | Unset = UNSET
    namespace: str | Unset = UNSET
    trigger_desc: str | Unset = UNSET
    description: str | Unset = UNSET
    custom_argument: str | Unset = UNSET
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            function_name=source.get("FunctionName", UNSET),
            trigger_name=source.get("TriggerName", UNSET),
            type=source.get("Type", UNSET),
            enable=source.get("Enable", UNSET),
            qualifier=source.get("Qualifier", UNSET),
            namespace=source.get("Namespace", UNSET),
            trigger_desc=source.get("TriggerDesc", UNSET),
            description=source.get("Description", UNSET),
            custom_argument=source.get("CustomArgument", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in UpdateTriggerRequest.FIELDS)
