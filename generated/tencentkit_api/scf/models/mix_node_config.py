# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model MixNodeConfig of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    lazy_extra,
    unknown_or_null_fields,
)


class MixNodeConfigDict(TypedDict):
    """Plain dict form of `MixNodeConfig`, for arguments."""

    node_spec: NotRequired[str]
    num: NotRequired[int]


@lazy_extra
@define(kw_only=True, repr=False)
class MixNodeConfig(Model):
    """Concurrency for one GPU model."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("node_spec", "NodeSpec", "string"),
        Field("num", "Num", "integer"),
    )

    node_spec: str | None = None
    """GPU model."""
    num: int | None = None
    """Number of concurrent requests."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            node_spec=get("NodeSpec"),
            num=get("Num"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not MixNodeConfig:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_node_spec: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 2:
                read = _new(cls)
                try:
                    text = item["NodeSpec"]
                    if text != last_node_spec or type(text) is not str:
                        if text is None:
                            read.extra["NodeSpec"] = None
                        last_node_spec = text
                    read.node_spec = last_node_spec
                    value = item["Num"]
                    if value is None:
                        read.extra["Num"] = None
                    read.num = value
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in MixNodeConfig.FIELDS)
