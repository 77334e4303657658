# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""FunctionVersion of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


@define(kw_only=True)
class FunctionVersion(Model):
    """`FunctionVersion`."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("version", "Version", "string", required=True),
        Field("description", "Description", "string", nullable=True),
        Field("add_time", "AddTime", "string", nullable=True),
        Field("mod_time", "ModTime", "string", nullable=True),
        Field("status", "Status", "string", nullable=True),
    )

    version: str
    description: str | None | Unset = UNSET
    """May be null."""
    add_time: str | None | Unset = UNSET
    """May be null."""
    mod_time: str | None | Unset = UNSET
    """May be null."""
    status: str | None | Unset = UNSET
    """May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            version=source.get("Version", UNSET),
            description=source.get("Description", UNSET),
            add_time=source.get("AddTime", UNSET),
            mod_time=source.get("ModTime", UNSET),
            status=source.get("Status", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in FunctionVersion.FIELDS)
