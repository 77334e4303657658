# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model SessionConfig of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_or_null_fields,
)


class SessionConfigDict(TypedDict):
    """Plain dict form of `SessionConfig`, for arguments."""

    session_source: NotRequired[str]
    session_name: NotRequired[str]
    maximum_concurrency_session_per_instance: NotRequired[int]
    maximum_ttl_in_seconds: NotRequired[int]
    maximum_idle_time_in_seconds: NotRequired[int]
    session_path: NotRequired[str]
    idle_timeout_strategy: NotRequired[str]


@define(kw_only=True, repr=False)
class SessionConfig(Model):
    """Session identification and limits."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("session_source", "SessionSource", "string"),
        Field("session_name", "SessionName", "string"),
        Field("maximum_concurrency_session_per_instance", "MaximumConcurrencySessionPerInstance", "integer"),
        Field("maximum_ttl_in_seconds", "MaximumTTLInSeconds", "integer"),
        Field("maximum_idle_time_in_seconds", "MaximumIdleTimeInSeconds", "integer"),
        Field("session_path", "SessionPath", "string"),
        Field("idle_timeout_strategy", "IdleTimeoutStrategy", "string"),
    )

    session_source: str | None = None
    """Source of the session ID: HEADER, COOKIE or QUERY_STRING."""
    session_name: str | None = None
    """Name of the header, cookie or parameter. It has 5 to 40 letters, digits, `_` and `-` and begins with a letter."""
    maximum_concurrency_session_per_instance: int | None = None
    """Maximum number of concurrent sessions in one instance."""
    maximum_ttl_in_seconds: int | None = None
    """Maximum lifetime of a session, in seconds."""
    maximum_idle_time_in_seconds: int | None = None
    """Maximum idle time of a session, in seconds."""
    session_path: str | None = None
    """Path of the session."""
    idle_timeout_strategy: str | None = None
    """Action for an idle isolated session: FATAL ends it, PAUSE suspends it."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            session_source=get("SessionSource"),
            session_name=get("SessionName"),
            maximum_concurrency_session_per_instance=get("MaximumConcurrencySessionPerInstance"),
            maximum_ttl_in_seconds=get("MaximumTTLInSeconds"),
            maximum_idle_time_in_seconds=get("MaximumIdleTimeInSeconds"),
            session_path=get("SessionPath"),
            idle_timeout_strategy=get("IdleTimeoutStrategy"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in SessionConfig.FIELDS)
