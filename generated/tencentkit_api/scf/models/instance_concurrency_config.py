# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model InstanceConcurrencyConfig of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, read_object, unknown_fields
from ...unset import UNSET, Unset
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

    dynamic_enabled: str | None | Unset = UNSET
    """Dynamic concurrency: TRUE, FALSE to use MaxConcurrency, or an empty string to disable both. May be null."""
    max_concurrency: int | None | Unset = UNSET
    """Maximum number of concurrent requests, 1 to 100. May be null."""
    instance_isolation_enabled: str | Unset = UNSET
    """If true, each session has its own instance."""
    type: str | Unset = UNSET
    """Type of concurrency: Session-Based or Request-Based."""
    mix_node_config: list[MixNodeConfig] | Unset = UNSET
    """Concurrency for each GPU model."""
    session_config: SessionConfig | Unset = UNSET
    """Session identification and limits."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            dynamic_enabled=source.get("DynamicEnabled", UNSET),
            max_concurrency=source.get("MaxConcurrency", UNSET),
            instance_isolation_enabled=source.get("InstanceIsolationEnabled", UNSET),
            type=source.get("Type", UNSET),
            mix_node_config=read_array(MixNodeConfig, source.get("MixNodeConfig", UNSET)),
            session_config=read_object(SessionConfig, source.get("SessionConfig", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in InstanceConcurrencyConfig.FIELDS)
