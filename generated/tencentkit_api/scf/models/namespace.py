# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: CreateNamespaceRequest, CreateNamespaceResponse, DeleteNamespaceRequest,
DeleteNamespaceResponse, K8SLabel, K8SToleration, ListNamespacesRequest, ListNamespacesResponse, Namespace,
NamespaceResourceEnv, NamespaceResourceEnvTKE, SearchKey, UpdateNamespaceRequest, UpdateNamespaceResponse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    lazy_extra,
    read_items,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset

_new = object.__new__


@define(kw_only=True, repr=False, eq=False)
class CreateNamespaceRequest(Model):
    """Request of CreateNamespace."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("namespace", "Namespace", "string", required=True),
        Field("description", "Description", "string"),
        Field("resource_env", "ResourceEnv", "object", model="NamespaceResourceEnv"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    namespace: str
    """Name of the namespace."""
    description: str | Unset = UNSET
    """Description of the namespace."""
    resource_env: NamespaceResourceEnv | NamespaceResourceEnvDict | Unset = UNSET
    """Your own resources for the functions of the namespace."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class CreateNamespaceResponse(Model):
    """Response of CreateNamespace."""

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


@define(kw_only=True, repr=False, eq=False)
class DeleteNamespaceRequest(Model):
    """Request of DeleteNamespace."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("namespace", "Namespace", "string", required=True),)
    NOT_SET: ClassVar[Unset | None] = UNSET

    namespace: str
    """Name of the namespace to delete."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class DeleteNamespaceResponse(Model):
    """Response of DeleteNamespace."""

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


class K8SLabelDict(TypedDict):
    """Plain dict form of `K8SLabel`, for arguments."""

    key: str
    value: str


@define(kw_only=True, repr=False, eq=False)
class K8SLabel(Model):
    """Kubernetes label."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("key", "Key", "string", required=True),
        Field("value", "Value", "string", required=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    key: str
    """Name of the label."""
    value: str
    """Value of the label."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


class K8STolerationDict(TypedDict):
    """Plain dict form of `K8SToleration`, for arguments."""

    key: NotRequired[str]
    operator: NotRequired[str | None]
    effect: NotRequired[str | None]
    value: NotRequired[str | None]
    toleration_seconds: NotRequired[int | None]


@define(kw_only=True, repr=False, eq=False)
class K8SToleration(Model):
    """Kubernetes toleration: node taints that a pod accepts."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("key", "Key", "string"),
        Field("operator", "Operator", "string", nullable=True),
        Field("effect", "Effect", "string", nullable=True),
        Field("value", "Value", "string", nullable=True),
        Field("toleration_seconds", "TolerationSeconds", "integer", nullable=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    key: str | Unset = UNSET
    """Key of the taint."""
    operator: str | None | Unset = UNSET
    """Comparison operator. Default: Equal. May be null."""
    effect: str | None | Unset = UNSET
    """Effect of the taint. May be null."""
    value: str | None | Unset = UNSET
    """Value of the taint. Required for Equal. May be null."""
    toleration_seconds: int | None | Unset = UNSET
    """Time in seconds that a pod stays on a node with a taint that it does not tolerate. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class ListNamespacesRequest(Model):
    """Request of ListNamespaces."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("limit", "Limit", "integer", default=20),
        Field("offset", "Offset", "integer", default=0),
        Field("orderby", "Orderby", "string"),
        Field("order", "Order", "string", known_values=("ASC", "DESC")),
        Field("search_key", "SearchKey", "object", array=True, model="SearchKey"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    limit: int | Unset = UNSET
    """Maximum number of items to return. Default: 20."""
    offset: int | Unset = UNSET
    """Number of items to skip. Default: 0."""
    orderby: str | Unset = UNSET
    """Sort field: Name or Updatetime."""
    order: Literal["ASC", "DESC"] | str | Unset = UNSET
    """Sort direction: ASC or DESC. Known values: `ASC`, `DESC`."""
    search_key: Sequence[SearchKey | SearchKeyDict] | Unset = UNSET
    """Search terms. A namespace matches only if it contains all of them."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class ListNamespacesResponse(Model):
    """Response of ListNamespaces."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("namespaces", "Namespaces", "object", array=True, required=True, model="Namespace"),
        Field("total_count", "TotalCount", "integer", required=True),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    namespaces: list[Namespace]
    """Namespaces."""
    total_count: int
    """Total number of matching items."""
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
            namespaces=read_items(Namespace, get("Namespaces")),
            total_count=get("TotalCount"),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class Namespace(Model):
    """Namespace for function names."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("mod_time", "ModTime", "string", required=True),
        Field("add_time", "AddTime", "string", required=True),
        Field("description", "Description", "string", required=True),
        Field("name", "Name", "string", required=True),
        Field("type", "Type", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    mod_time: str
    """Time of the last change."""
    add_time: str
    """Creation time."""
    description: str
    """Description of the namespace."""
    name: str
    """Name of the namespace."""
    type: str
    """Type of the namespace: default, or TCB for one created by the mini program cloud."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            mod_time=get("ModTime"),
            add_time=get("AddTime"),
            description=get("Description"),
            name=get("Name"),
            type=get("Type"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not Namespace:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_mod_time: Any = None
        last_add_time: Any = None
        last_description: Any = None
        last_name: Any = None
        last_type: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 5:
                read = _new(cls)
                try:
                    text = item["ModTime"]
                    if text != last_mod_time or type(text) is not str:
                        if text is None:
                            read.extra["ModTime"] = None
                        last_mod_time = text
                    read.mod_time = last_mod_time
                    text = item["AddTime"]
                    if text != last_add_time or type(text) is not str:
                        if text is None:
                            read.extra["AddTime"] = None
                        last_add_time = text
                    read.add_time = last_add_time
                    text = item["Description"]
                    if text != last_description or type(text) is not str:
                        if text is None:
                            read.extra["Description"] = None
                        last_description = text
                    read.description = last_description
                    text = item["Name"]
                    if text != last_name or type(text) is not str:
                        if text is None:
                            read.extra["Name"] = None
                        last_name = text
                    read.name = last_name
                    text = item["Type"]
                    if text != last_type or type(text) is not str:
                        if text is None:
                            read.extra["Type"] = None
                        last_type = text
                    read.type = last_type
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


class NamespaceResourceEnvDict(TypedDict):
    """Plain dict form of `NamespaceResourceEnv`, for arguments."""

    tke: NotRequired[NamespaceResourceEnvTKE | NamespaceResourceEnvTKEDict | None]
    offline: NotRequired[bool]


@define(kw_only=True, repr=False, eq=False)
class NamespaceResourceEnv(Model):
    """Your own resources for the functions of a namespace."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("tke", "TKE", "object", nullable=True, model="NamespaceResourceEnvTKE"),
        Field("offline", "OFFLINE", "boolean"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    tke: NamespaceResourceEnvTKE | NamespaceResourceEnvTKEDict | None | Unset = UNSET
    """TKE cluster. May be null."""
    offline: bool | Unset = UNSET
    """If true, the resources are for offline workloads."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


class NamespaceResourceEnvTKEDict(TypedDict):
    """Plain dict form of `NamespaceResourceEnvTKE`, for arguments."""

    cluster_id: str
    subnet_id: str
    namespace: str
    data_path: NotRequired[str | None]
    node_selector: NotRequired[Sequence[K8SLabel | K8SLabelDict] | None]
    tolerations: NotRequired[Sequence[K8SToleration | K8STolerationDict] | None]
    port: NotRequired[int | None]
    pod_template_patch: NotRequired[str | None]


@define(kw_only=True, repr=False, eq=False)
class NamespaceResourceEnvTKE(Model):
    """TKE cluster that runs functions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("cluster_id", "ClusterID", "string", required=True),
        Field("subnet_id", "SubnetID", "string", required=True),
        Field("namespace", "Namespace", "string", required=True),
        Field("data_path", "DataPath", "string", nullable=True),
        Field("node_selector", "NodeSelector", "object", array=True, nullable=True, model="K8SLabel"),
        Field("tolerations", "Tolerations", "object", array=True, nullable=True, model="K8SToleration"),
        Field("port", "Port", "integer", nullable=True),
        Field("pod_template_patch", "PodTemplatePatch", "string", nullable=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    cluster_id: str
    """ID of the cluster."""
    subnet_id: str
    """ID of the subnet."""
    namespace: str
    """Namespace in the cluster."""
    data_path: str | None | Unset = UNSET
    """Directory for data. May be null."""
    node_selector: Sequence[K8SLabel | K8SLabelDict] | None | Unset = UNSET
    """Required node labels. May be null."""
    tolerations: Sequence[K8SToleration | K8STolerationDict] | None | Unset = UNSET
    """Accepted node taints. May be null."""
    port: int | None | Unset = UNSET
    """First node port that SCF uses. May be null."""
    pod_template_patch: str | None | Unset = UNSET
    """Patch for the pod template, in YAML. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


class SearchKeyDict(TypedDict):
    """Plain dict form of `SearchKey`, for arguments."""

    key: str
    value: str


@define(kw_only=True, repr=False, eq=False)
class SearchKey(Model):
    """Search term with its field."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("key", "Key", "string", required=True),
        Field("value", "Value", "string", required=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    key: str
    """Field to search: Namespace or Description."""
    value: str
    """Search term."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class UpdateNamespaceRequest(Model):
    """Request of UpdateNamespace."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("namespace", "Namespace", "string", required=True),
        Field("description", "Description", "string", required=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    namespace: str
    """Name of the namespace."""
    description: str
    """Description of the namespace."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class UpdateNamespaceResponse(Model):
    """Response of UpdateNamespace."""

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
