# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 da5c91333f9e2cf85f02a292f6458c21c85756c43fe49017e226d5502c8f4600).
# Do not edit: mend the spec or the template.
"""EndpointsConf of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, unknown_fields
from ...unset import UNSET, Unset
from .path_rewrite_rule import PathRewriteRule, PathRewriteRuleDict


class EndpointsConfDict(TypedDict):
    """`EndpointsConf` as a plain dict, for arguments."""

    namespace: str
    function_name: str
    qualifier: str
    path_match: str
    path_rewrite: NotRequired[Sequence[PathRewriteRule | PathRewriteRuleDict] | None]


@define(kw_only=True)
class EndpointsConf(Model):
    """Paths of a domain that lead to one function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("namespace", "Namespace", "string", required=True),
        Field("function_name", "FunctionName", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("path_match", "PathMatch", "string", required=True),
        Field("path_rewrite", "PathRewrite", "object", array=True, nullable=True, model="PathRewriteRule"),
    )

    namespace: str
    """Namespace of the function; `default` where none is given."""
    function_name: str
    """Name of the function."""
    qualifier: str
    """Version or alias that answers."""
    path_match: str
    """Paths it is for: /, /*, /a, /a/b or /a/*."""
    path_rewrite: list[PathRewriteRule] | None | Unset = UNSET
    """How paths are rewritten before the function sees them. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            namespace=source.get("Namespace", UNSET),
            function_name=source.get("FunctionName", UNSET),
            qualifier=source.get("Qualifier", UNSET),
            path_match=source.get("PathMatch", UNSET),
            path_rewrite=read_array(PathRewriteRule, source.get("PathRewrite", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in EndpointsConf.FIELDS)
