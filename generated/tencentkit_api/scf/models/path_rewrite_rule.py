# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 da5c91333f9e2cf85f02a292f6458c21c85756c43fe49017e226d5502c8f4600).
# Do not edit: mend the spec or the template.
"""PathRewriteRule of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET


class PathRewriteRuleDict(TypedDict):
    """`PathRewriteRule` as a plain dict, for arguments."""

    path: str
    type: str
    rewrite: str


@define(kw_only=True)
class PathRewriteRule(Model):
    """How a path is rewritten before the function sees it."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("path", "Path", "string", required=True),
        Field("type", "Type", "string", required=True),
        Field("rewrite", "Rewrite", "string", required=True),
    )

    path: str
    """Paths it is for: /, /*, /a, /a/b or /a/*."""
    type: str
    """WildcardRules or ExactRules."""
    rewrite: str
    """What takes its place, such as / or /$1."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            path=source.get("Path", UNSET),
            type=source.get("Type", UNSET),
            rewrite=source.get("Rewrite", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in PathRewriteRule.FIELDS)
