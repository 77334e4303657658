# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model PutProvisionedConcurrencyConfigRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_array,
    unknown_fields,
)
from ...unset import UNSET, Unset
from .trigger_action import TriggerAction, TriggerActionDict


@define(kw_only=True, repr=False)
class PutProvisionedConcurrencyConfigRequest(Model):
    """Request of PutProvisionedConcurrencyConfig."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("version_provisioned_concurrency_num", "VersionProvisionedConcurrencyNum", "integer", required=True),
        Field("namespace", "Namespace", "string"),
        Field("trigger_actions", "TriggerActions", "object", array=True, model="TriggerAction"),
        Field("provisioned_type", "ProvisionedType", "string"),
        Field("tracking_target", "TrackingTarget", "number"),
        Field("min_capacity", "MinCapacity", "integer", minimum=1),
        Field("max_capacity", "MaxCapacity", "integer"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    qualifier: str
    """Number of the version. $LATEST is not supported."""
    version_provisioned_concurrency_num: int
    """Number of provisioned instances."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    trigger_actions: Sequence[TriggerAction | TriggerActionDict] | Unset = UNSET
    """Scheduled changes of the number of instances."""
    provisioned_type: str | Unset = UNSET
    """Scaling mode. Default keeps the number. ConcurrencyUtilizationTracking follows the load and requires
    TrackingTarget, MinCapacity and MaxCapacity.
    """
    tracking_target: float | Unset = UNSET
    """Target share of the concurrency in use, above 0 and below 1."""
    min_capacity: int | Unset = UNSET
    """Minimum number of instances. At least 1."""
    max_capacity: int | Unset = UNSET
    """Maximum number of instances."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            function_name=get("FunctionName", UNSET),
            qualifier=get("Qualifier", UNSET),
            version_provisioned_concurrency_num=get("VersionProvisionedConcurrencyNum", UNSET),
            namespace=get("Namespace", UNSET),
            trigger_actions=read_array(TriggerAction, get("TriggerActions", UNSET)),
            provisioned_type=get("ProvisionedType", UNSET),
            tracking_target=get("TrackingTarget", UNSET),
            min_capacity=get("MinCapacity", UNSET),
            max_capacity=get("MaxCapacity", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in PutProvisionedConcurrencyConfigRequest.FIELDS)
