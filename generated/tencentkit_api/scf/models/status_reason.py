# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model StatusReason of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    lazy_extra,
    unknown_or_null_fields,
)


@lazy_extra
@define(kw_only=True, repr=False)
class StatusReason(Model):
    """Reason for the failed state of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("error_code", "ErrorCode", "string", required=True),
        Field("error_message", "ErrorMessage", "string", required=True),
    )

    error_code: str
    """Error code."""
    error_message: str
    """Error message."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            error_code=get("ErrorCode"),
            error_message=get("ErrorMessage"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not StatusReason:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_error_code: Any = None
        last_error_message: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 2:
                read = _new(cls)
                try:
                    text = item["ErrorCode"]
                    if text != last_error_code or type(text) is not str:
                        if text is None:
                            read.extra["ErrorCode"] = None
                        last_error_code = text
                    read.error_code = last_error_code
                    text = item["ErrorMessage"]
                    if text != last_error_message or type(text) is not str:
                        if text is None:
                            read.extra["ErrorMessage"] = None
                        last_error_message = text
                    read.error_message = last_error_message
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in StatusReason.FIELDS)
