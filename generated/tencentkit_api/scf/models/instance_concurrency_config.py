# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model InstanceConcurrencyConfig of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    UnsetList,
    read_items,
    read_object,
    unknown_or_null_fields,
)
from .mix_node_config import MixNodeConfig, MixNodeConfigDict
from .session_config import SessionConfig, SessionConfigDict


class InstanceConcurrencyConfigDict(TypedDict):
    """Plain dict form of `InstanceConcurrencyConfig`, for arguments."""

    dynamic_enabled: NotRequired[str | None]
    max_concurrency: NotRequired[int | None]
    instance_isolation_enabled: NotRequired[str]
    type: NotRequired[str]
    mix_node_config: NotRequired[Sequence[MixNodeConfig | MixNodeConfigDict]]
    session_config: NotRequired[SessionConfig | SessionConfigDict]


@define(kw_only=True, repr=False)
class InstanceConcurrencyConfig(Model):
    """Concurrency settings of one instance."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("dynamic_enabled", "DynamicEnabled", "string", nullable=True),
        Field("max_concurrency", "MaxConcurrency", "integer", nullable=True),
        Field("instance_isolation_enabled", "InstanceIsolationEnabled", "string"),
        Field("type", "Type", "string"),
        Field("mix_node_config", "MixNodeConfig", "object", array=True, model="MixNodeConfig"),
        Field("session_config", "SessionConfig", "object", model="SessionConfig"),
    )

    dynamic_enabled: str | None = None
    """Dynamic concurrency: TRUE, FALSE to use MaxConcurrency, or an empty string to disable both. May be null."""
    max_concurrency: int | None = None
    """Maximum number of concurrent requests, 1 to 100. May be null."""
    instance_isolation_enabled: str | None = None
    """If true, each session has its own instance."""
    type: str | None = None
    """Type of concurrency: Session-Based or Request-Based."""
    mix_node_config: list[MixNodeConfig] = _field(factory=UnsetList)
    """Concurrency for each GPU model."""
    session_config: SessionConfig | None = None
    """Session identification and limits."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            dynamic_enabled=get("DynamicEnabled"),
            max_concurrency=get("MaxConcurrency"),
            instance_isolation_enabled=get("InstanceIsolationEnabled"),
            type=get("Type"),
            mix_node_config=read_items(MixNodeConfig, get("MixNodeConfig")),
            session_config=read_object(SessionConfig, get("SessionConfig")),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in InstanceConcurrencyConfig.FIELDS)
