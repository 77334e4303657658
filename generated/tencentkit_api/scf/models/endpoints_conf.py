# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 bd69e82bc1367138b9c1522b7f221432a9ed0610bc88bb293965e40371eaa2a7).
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

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not EndpointsConf:  # a subclass may read otherwise
            return super().from_list(source)
        result: list[Any] = []
        before: Any = cls.from_dict({})
        for item in source:
            # Field by field where all of them are there and nothing else is; texts that repeat are kept once.
            if type(item) is dict and len(item) == 5:
                read = _new(cls)
                try:
                    text = item["Namespace"]
                    read.namespace = before.namespace if type(text) is str and text == before.namespace else text
                    text = item["FunctionName"]
                    read.function_name = (
                        before.function_name if type(text) is str and text == before.function_name else text
                    )
                    text = item["Qualifier"]
                    read.qualifier = before.qualifier if type(text) is str and text == before.qualifier else text
                    text = item["PathMatch"]
                    read.path_match = before.path_match if type(text) is str and text == before.path_match else text
                    read.path_rewrite = read_array(PathRewriteRule, item["PathRewrite"])
                except KeyError:
                    pass
                else:
                    result.append(read)
                    before = read
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in EndpointsConf.FIELDS)
