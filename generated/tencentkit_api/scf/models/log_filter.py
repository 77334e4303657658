# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model LogFilter of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_fields,
)
from ...unset import UNSET, Unset


class LogFilterDict(TypedDict):
    """Plain dict form of `LogFilter`, for arguments."""

    ret_code: NotRequired[Literal["not0", "is0"] | str]


@define(kw_only=True, repr=False)
class LogFilter(Model):
    """Filter for log entries."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("ret_code", "RetCode", "string", known_values=("not0", "is0")),)
    NOT_SET: ClassVar[Unset | None] = UNSET

    ret_code: Literal["not0", "is0"] | str | Unset = UNSET
    """Return code to match: is0 for success, not0 for errors; TimeLimitExceeded, ResourceLimitExceeded or
    UserCodeException for one cause. Known values: `not0`, `is0`.
    """
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            ret_code=get("RetCode", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in LogFilter.FIELDS)
