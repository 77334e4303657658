# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
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
    """`EndpointsConf`."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("namespace", "Namespace", "string", required=True),
        Field("function_name", "FunctionName", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("path_match", "PathMatch", "string", required=True),
        Field("path_rewrite", "PathRewrite", "object", array=True, nullable=True, model="PathRewriteRule"),
    )

    namespace: str
    function_name: str
    qualifier: str
    path_match: str
    path_rewrite: list[PathRewriteRule] | None | Unset = UNSET
    """May be null."""
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
