# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: AsyncTriggerConfig, GetFunctionEventInvokeConfigRequest,
GetFunctionEventInvokeConfigResponse, RetryConfig, UpdateFunctionEventInvokeConfigRequest,
UpdateFunctionEventInvokeConfigResponse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    lazy_extra,
    read_items,
    read_object,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset

_new = object.__new__


class AsyncTriggerConfigDict(TypedDict):
    """Plain dict form of `AsyncTriggerConfig`, for arguments."""

    retry_config: Sequence[RetryConfig | RetryConfigDict]
    msg_ttl: int


@define(kw_only=True, repr=False, eq=False)
class AsyncTriggerConfig(Model):
    """Retry settings and maximum event age for asynchronous invocations."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("retry_config", "RetryConfig", "object", array=True, required=True, model="RetryConfig"),
        Field("msg_ttl", "MsgTTL", "integer", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

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
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class GetFunctionEventInvokeConfigRequest(Model):
    """Request of GetFunctionEventInvokeConfig."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("qualifier", "Qualifier", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    qualifier: str | Unset = UNSET
    """Version of the function. Default: $LATEST."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class GetFunctionEventInvokeConfigResponse(Model):
    """Response of GetFunctionEventInvokeConfig."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("async_trigger_config", "AsyncTriggerConfig", "object", required=True, model="AsyncTriggerConfig"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    async_trigger_config: AsyncTriggerConfig
    """Retry settings and maximum event age for asynchronous invocations."""
    request_id: str
    """Request ID. Quote it when you contact the vendor's support."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """Metadata of the call that returned this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            async_trigger_config=read_object(AsyncTriggerConfig, get("AsyncTriggerConfig")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class RetryConfigDict(TypedDict):
    """Plain dict form of `RetryConfig`, for arguments."""

    retry_num: int


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class RetryConfig(Model):
    """Retries after an error in the function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("retry_num", "RetryNum", "integer", required=True),)
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    retry_num: int
    """Maximum number of retries of an invocation."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            retry_num=get("RetryNum"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not RetryConfig:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 1:
                read = _new(cls)
                try:
                    value = item["RetryNum"]
                    if value is None:
                        read.extra["RetryNum"] = None
                    read.retry_num = value
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


@define(kw_only=True, repr=False, eq=False)
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


@define(kw_only=True, repr=False, eq=False)
class UpdateFunctionEventInvokeConfigResponse(Model):
    """Response of UpdateFunctionEventInvokeConfig."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("request_id", "RequestId", "string", required=True),)
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    request_id: str
    """Request ID. Quote it when you contact the vendor's support."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """Metadata of the call that returned this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
