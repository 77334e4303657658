# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model EndpointsConf of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    UnsetList,
    lazy_extra,
    read_items,
    unknown_or_null_fields,
)
from .path_rewrite_rule import PathRewriteRule, PathRewriteRuleDict


class EndpointsConfDict(TypedDict):
    """Plain dict form of `EndpointsConf`, for arguments."""

    namespace: str
    function_name: str
    qualifier: str
    path_match: str
    path_rewrite: NotRequired[Sequence[PathRewriteRule | PathRewriteRuleDict] | None]


@lazy_extra
@define(kw_only=True, repr=False)
class EndpointsConf(Model):
    """Paths of a domain that map to one function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("namespace", "Namespace", "string", required=True),
        Field("function_name", "FunctionName", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("path_match", "PathMatch", "string", required=True),
        Field("path_rewrite", "PathRewrite", "object", array=True, nullable=True, model="PathRewriteRule"),
    )

    namespace: str
    """Namespace of the function. Default: `default`."""
    function_name: str
    """Name of the function."""
    qualifier: str
    """Version or alias that serves the requests."""
    path_match: str
    """Path pattern, such as /, /*, /a, /a/b or /a/*."""
    path_rewrite: list[PathRewriteRule] = _field(factory=UnsetList)
    """Rewrite rules for paths before the function receives them. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            namespace=get("Namespace"),
            function_name=get("FunctionName"),
            qualifier=get("Qualifier"),
            path_match=get("PathMatch"),
            path_rewrite=read_items(PathRewriteRule, get("PathRewrite")),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not EndpointsConf:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_namespace: Any = None
        last_function_name: Any = None
        last_qualifier: Any = None
        last_path_match: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 5:
                read = _new(cls)
                try:
                    text = item["Namespace"]
                    if text != last_namespace or type(text) is not str:
                        if text is None:
                            read.extra["Namespace"] = None
                        last_namespace = text
                    read.namespace = last_namespace
                    text = item["FunctionName"]
                    if text != last_function_name or type(text) is not str:
                        if text is None:
                            read.extra["FunctionName"] = None
                        last_function_name = text
                    read.function_name = last_function_name
                    text = item["Qualifier"]
                    if text != last_qualifier or type(text) is not str:
                        if text is None:
                            read.extra["Qualifier"] = None
                        last_qualifier = text
                    read.qualifier = last_qualifier
                    text = item["PathMatch"]
                    if text != last_path_match or type(text) is not str:
                        if text is None:
                            read.extra["PathMatch"] = None
                        last_path_match = text
                    read.path_match = last_path_match
                    value = item["PathRewrite"]
                    if value is None:
                        read.extra["PathRewrite"] = None
                    read.path_rewrite = read_items(PathRewriteRule, value)
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in EndpointsConf.FIELDS)
