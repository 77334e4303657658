# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""VersionMatch of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET


class VersionMatchDict(TypedDict):
    """`VersionMatch` as a plain dict, for arguments."""

    version: str
    key: str
    method: str
    expression: str


@define(kw_only=True)
class VersionMatch(Model):
    """`VersionMatch`."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("version", "Version", "string", required=True),
        Field("key", "Key", "string", required=True),
        Field("method", "Method", "string", required=True),
        Field("expression", "Expression", "string", required=True),
    )

    version: str
    key: str
    method: str
    expression: str
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            version=source.get("Version", UNSET),
            key=source.get("Key", UNSET),
            method=source.get("Method", UNSET),
            expression=source.get("Expression", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in VersionMatch.FIELDS)
