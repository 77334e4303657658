# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model VersionProvisionedConcurrencyInfo of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    lazy_extra,
    read_items,
    unknown_or_null_fields,
)
from .trigger_action import TriggerAction


@lazy_extra
@define(kw_only=True, repr=False)
class VersionProvisionedConcurrencyInfo(Model):
    """Provisioned concurrency of one version."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("allocated_provisioned_concurrency_num", "AllocatedProvisionedConcurrencyNum", "integer", required=True),
        Field("available_provisioned_concurrency_num", "AvailableProvisionedConcurrencyNum", "integer", required=True),
        Field("status", "Status", "string", required=True, known_values=("Done", "InProgress", "Failed")),
        Field("status_reason", "StatusReason", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field(
            "trigger_actions",
            "TriggerActions",
            "object",
            array=True,
            required=True,
            nullable=True,
            model="TriggerAction",
        ),
    )

    allocated_provisioned_concurrency_num: int
    """Requested number of provisioned instances."""
    available_provisioned_concurrency_num: int
    """Number of ready instances."""
    status: Literal["Done", "InProgress", "Failed"] | str
    """State: Done, InProgress or Failed. Known values: `Done`, `InProgress`, `Failed`."""
    status_reason: str
    """Details of the state."""
    qualifier: str
    """Number of the version."""
    trigger_actions: list[TriggerAction]
    """Scheduled changes of the number of instances. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            allocated_provisioned_concurrency_num=get("AllocatedProvisionedConcurrencyNum"),
            available_provisioned_concurrency_num=get("AvailableProvisionedConcurrencyNum"),
            status=get("Status"),
            status_reason=get("StatusReason"),
            qualifier=get("Qualifier"),
            trigger_actions=read_items(TriggerAction, get("TriggerActions")),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not VersionProvisionedConcurrencyInfo:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_status: Any = None
        last_status_reason: Any = None
        last_qualifier: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 6:
                read = _new(cls)
                try:
                    value = item["AllocatedProvisionedConcurrencyNum"]
                    if value is None:
                        read.extra["AllocatedProvisionedConcurrencyNum"] = None
                    read.allocated_provisioned_concurrency_num = value
                    value = item["AvailableProvisionedConcurrencyNum"]
                    if value is None:
                        read.extra["AvailableProvisionedConcurrencyNum"] = None
                    read.available_provisioned_concurrency_num = value
                    text = item["Status"]
                    if text != last_status or type(text) is not str:
                        if text is None:
                            read.extra["Status"] = None
                        last_status = text
                    read.status = last_status
                    text = item["StatusReason"]
                    if text != last_status_reason or type(text) is not str:
                        if text is None:
                            read.extra["StatusReason"] = None
                        last_status_reason = text
                    read.status_reason = last_status_reason
                    text = item["Qualifier"]
                    if text != last_qualifier or type(text) is not str:
                        if text is None:
                            read.extra["Qualifier"] = None
                        last_qualifier = text
                    read.qualifier = last_qualifier
                    value = item["TriggerActions"]
                    if value is None:
                        read.extra["TriggerActions"] = None
                    read.trigger_actions = read_items(TriggerAction, value)
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in VersionProvisionedConcurrencyInfo.FIELDS)
