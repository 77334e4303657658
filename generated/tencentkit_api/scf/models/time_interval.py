# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model TimeInterval of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_fields,
)
from ...unset import UNSET, Unset


class TimeIntervalDict(TypedDict):
    """Plain dict form of `TimeInterval`, for arguments."""

    start: str
    end: str


@define(kw_only=True, repr=False)
class TimeInterval(Model):
    """Time window that includes Start and excludes End."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("start", "Start", "string", required=True),
        Field("end", "End", "string", required=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    start: str
    """Start of the time window, as YYYY-MM-DD hh:mm:ss in the undocumented time zone of AsyncEvent.StartTime."""
    end: str
    """End of the time window (exclusive), in the format of Start."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            start=get("Start", UNSET),
            end=get("End", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in TimeInterval.FIELDS)
