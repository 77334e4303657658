# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model PublishLayerVersionRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_array,
    read_object,
    unknown_fields,
)
from ...unset import UNSET, Unset
from .code import Code, CodeDict
from .tag import Tag, TagDict


@define(kw_only=True, repr=False)
class PublishLayerVersionRequest(Model):
    """Request of PublishLayerVersion."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("layer_name", "LayerName", "string", required=True),
        Field("compatible_runtimes", "CompatibleRuntimes", "string", array=True, required=True),
        Field("content", "Content", "object", required=True, model="Code"),
        Field("description", "Description", "string"),
        Field("license_info", "LicenseInfo", "string"),
        Field("tags", "Tags", "object", array=True, model="Tag"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    layer_name: str
    """Name of the layer. It has 1 to 64 letters, digits, `-` and `_`, begins with a letter and ends with a letter or
    digit.
    """
    compatible_runtimes: list[str] | tuple[str, ...]
    """Compatible runtimes of the layer."""
    content: Code | CodeDict
    """Files of the layer: a ZIP archive or a COS object."""
    description: str | Unset = UNSET
    """Description of the version."""
    license_info: str | Unset = UNSET
    """Software license of the layer."""
    tags: Sequence[Tag | TagDict] | Unset = UNSET
    """Tags, as pairs of key and value."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            layer_name=get("LayerName", UNSET),
            compatible_runtimes=get("CompatibleRuntimes", UNSET),
            content=read_object(Code, get("Content", UNSET)),
            description=get("Description", UNSET),
            license_info=get("LicenseInfo", UNSET),
            tags=read_array(Tag, get("Tags", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in PublishLayerVersionRequest.FIELDS)
