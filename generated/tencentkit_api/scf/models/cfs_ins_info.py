# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""CfsInsInfo of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


class CfsInsInfoDict(TypedDict):
    """`CfsInsInfo` as a plain dict, for arguments."""

    user_id: str
    user_group_id: str
    cfs_id: str
    mount_ins_id: str
    local_mount_dir: str
    remote_mount_dir: str
    ip_address: NotRequired[str | None]
    mount_vpc_id: NotRequired[str | None]
    mount_subnet_id: NotRequired[str | None]


@define(kw_only=True)
class CfsInsInfo(Model):
    """`CfsInsInfo`."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("user_id", "UserId", "string", required=True),
        Field("user_group_id", "UserGroupId", "string", required=True),
        Field("cfs_id", "CfsId", "string", required=True),
        Field("mount_ins_id", "MountInsId", "string", required=True),
        Field("local_mount_dir", "LocalMountDir", "string", required=True),
        Field("remote_mount_dir", "RemoteMountDir", "string", required=True),
        Field("ip_address", "IpAddress", "string", nullable=True),
        Field("mount_vpc_id", "MountVpcId", "string", nullable=True),
        Field("mount_subnet_id", "MountSubnetId", "string", nullable=True),
    )

    user_id: str
    user_group_id: str
    cfs_id: str
    mount_ins_id: str
    local_mount_dir: str
    remote_mount_dir: str
    ip_address: str | None | Unset = UNSET
    """May be null."""
    mount_vpc_id: str | None | Unset = UNSET
    """May be null."""
    mount_subnet_id: str | None | Unset = UNSET
    """May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            user_id=source.get("UserId", UNSET),
            user_group_id=source.get("UserGroupId", UNSET),
            cfs_id=source.get("CfsId", UNSET),
            mount_ins_id=source.get("MountInsId", UNSET),
            local_mount_dir=source.get("LocalMountDir", UNSET),
            remote_mount_dir=source.get("RemoteMountDir", UNSET),
            ip_address=source.get("IpAddress", UNSET),
            mount_vpc_id=source.get("MountVpcId", UNSET),
            mount_subnet_id=source.get("MountSubnetId", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in CfsInsInfo.FIELDS)
