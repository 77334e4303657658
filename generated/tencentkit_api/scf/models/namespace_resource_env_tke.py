# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model NamespaceResourceEnvTKE of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_array,
    unknown_fields,
)
from ...unset import UNSET, Unset
from .k8s_label import K8SLabel, K8SLabelDict
from .k8s_toleration import K8SToleration, K8STolerationDict


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


@define(kw_only=True, repr=False)
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

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            cluster_id=get("ClusterID", UNSET),
            subnet_id=get("SubnetID", UNSET),
            namespace=get("Namespace", UNSET),
            data_path=get("DataPath", UNSET),
            node_selector=read_array(K8SLabel, get("NodeSelector", UNSET)),
            tolerations=read_array(K8SToleration, get("Tolerations", UNSET)),
            port=get("Port", UNSET),
            pod_template_patch=get("PodTemplatePatch", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in NamespaceResourceEnvTKE.FIELDS)
