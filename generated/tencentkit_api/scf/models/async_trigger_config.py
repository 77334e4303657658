# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model AsyncTriggerConfig of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_items,
    unknown_or_null_fields,
)
from .retry_config import RetryConfig, RetryConfigDict


class AsyncTriggerConfigDict(TypedDict):
    """Plain dict form of `AsyncTriggerConfig`, for arguments."""

    retry_config: Sequence[RetryConfig | RetryConfigDict]
    msg_ttl: int


@define(kw_only=True, repr=False)
class AsyncTriggerConfig(Model):
    """Retry settings and maximum event age for asynchronous invocations."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("retry_config", "RetryConfig", "object", array=True, required=True, model="RetryConfig"),
        Field("msg_ttl", "MsgTTL", "integer", required=True),
    )

    retry_config: list[RetryConfig]
    """Retries after an error in the function."""
    msg_ttl: int
    """Maximum age of a queued event, in seconds."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            retry_config=read_items(RetryConfig, get("RetryConfig")),
            msg_ttl=get("MsgTTL"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in AsyncTriggerConfig.FIELDS)
