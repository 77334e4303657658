# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model PathRewriteRule of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    lazy_extra,
    unknown_or_null_fields,
)


class PathRewriteRuleDict(TypedDict):
    """Plain dict form of `PathRewriteRule`, for arguments."""

    path: str
    type: str
    rewrite: str


@lazy_extra
@define(kw_only=True, repr=False)
class PathRewriteRule(Model):
    """Rewrite rule for a path before the function receives it."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("path", "Path", "string", required=True),
        Field("type", "Type", "string", required=True),
        Field("rewrite", "Rewrite", "string", required=True),
    )

    path: str
    """Path pattern, such as /, /*, /a, /a/b or /a/*."""
    type: str
    """Type of the rule: WildcardRules or ExactRules."""
    rewrite: str
    """Replacement for the path, such as / or /$1."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            path=get("Path"),
            type=get("Type"),
            rewrite=get("Rewrite"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not PathRewriteRule:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_path: Any = None
        last_type: Any = None
        last_rewrite: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 3:
                read = _new(cls)
                try:
                    text = item["Path"]
                    if text != last_path or type(text) is not str:
                        if text is None:
                            read.extra["Path"] = None
                        last_path = text
                    read.path = last_path
                    text = item["Type"]
                    if text != last_type or type(text) is not str:
                        if text is None:
                            read.extra["Type"] = None
                        last_type = text
                    read.type = last_type
                    text = item["Rewrite"]
                    if text != last_rewrite or type(text) is not str:
                        if text is None:
                            read.extra["Rewrite"] = None
                        last_rewrite = text
                    read.rewrite = last_rewrite
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in PathRewriteRule.FIELDS)
