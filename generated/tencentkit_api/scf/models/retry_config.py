# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model RetryConfig of scf 2018-04-16."""

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


class RetryConfigDict(TypedDict):
    """Plain dict form of `RetryConfig`, for arguments."""

    retry_num: int


@lazy_extra
@define(kw_only=True, repr=False)
class RetryConfig(Model):
    """Retries after an error in the function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("retry_num", "RetryNum", "integer", required=True),)

    retry_num: int
    """Maximum number of retries of an invocation."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            retry_num=get("RetryNum"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not RetryConfig:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 1:
                read = _new(cls)
                try:
                    value = item["RetryNum"]
                    if value is None:
                        read.extra["RetryNum"] = None
                    read.retry_num = value
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in RetryConfig.FIELDS)
