# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model UpdateFunctionEventInvokeConfigRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_object,
    unknown_fields,
)
from ...unset import UNSET, Unset
from .async_trigger_config import AsyncTriggerConfig, AsyncTriggerConfigDict


@define(kw_only=True, repr=False)
class UpdateFunctionEventInvokeConfigRequest(Model):
    """Request of UpdateFunctionEventInvokeConfig."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("async_trigger_config", "AsyncTriggerConfig", "object", required=True, model="AsyncTriggerConfig"),
        Field("function_name", "FunctionName", "string", required=True),
        Field("namespace", "Namespace", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    async_trigger_config: AsyncTriggerConfig | AsyncTriggerConfigDict
    """Retry settings and maximum event age for asynchronous invocations."""
    function_name: str
    """Name of the function."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            async_trigger_config=read_object(AsyncTriggerConfig, get("AsyncTriggerConfig", UNSET)),
            function_name=get("FunctionName", UNSET),
            namespace=get("Namespace", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in UpdateFunctionEventInvokeConfigRequest.FIELDS)
