# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model VersionMatch of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    lazy_extra,
    unknown_or_null_fields,
)


class VersionMatchDict(TypedDict):
    """Plain dict form of `VersionMatch`, for arguments."""

    version: str
    key: str
    method: Literal["range", "exact"] | str
    expression: str


@lazy_extra
@define(kw_only=True, repr=False)
class VersionMatch(Model):
    """Rule that sends requests to a version."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("version", "Version", "string", required=True),
        Field("key", "Key", "string", required=True),
        Field("method", "Method", "string", required=True, known_values=("range", "exact")),
        Field("expression", "Expression", "string", required=True),
    )

    version: str
    """Version that receives the requests."""
    key: str
    """Value to compare. `invoke.headers.User` compares User of the RoutingKey."""
    method: Literal["range", "exact"] | str
    """Comparison method: range or exact. Known values: `range`, `exact`."""
    expression: str
    """Expected value: (a,b) or [a,b] with integers for range, the text itself for exact."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            version=get("Version"),
            key=get("Key"),
            method=get("Method"),
            expression=get("Expression"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not VersionMatch:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_version: Any = None
        last_key: Any = None
        last_method: Any = None
        last_expression: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 4:
                read = _new(cls)
                try:
                    text = item["Version"]
                    if text != last_version or type(text) is not str:
                        if text is None:
                            read.extra["Version"] = None
                        last_version = text
                    read.version = last_version
                    text = item["Key"]
                    if text != last_key or type(text) is not str:
                        if text is None:
                            read.extra["Key"] = None
                        last_key = text
                    read.key = last_key
                    text = item["Method"]
                    if text != last_method or type(text) is not str:
                        if text is None:
                            read.extra["Method"] = None
                        last_method = text
                    read.method = last_method
                    text = item["Expression"]
                    if text != last_expression or type(text) is not str:
                        if text is None:
                            read.extra["Expression"] = None
                        last_expression = text
                    read.expression = last_expression
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in VersionMatch.FIELDS)
