# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model CfsInsInfo of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    lazy_extra,
    unknown_or_null_fields,
)


class CfsInsInfoDict(TypedDict):
    """Plain dict form of `CfsInsInfo`, for arguments."""

    user_id: str
    user_group_id: str
    cfs_id: str
    mount_ins_id: str
    local_mount_dir: str
    remote_mount_dir: str
    ip_address: NotRequired[str | None]
    mount_vpc_id: NotRequired[str | None]
    mount_subnet_id: NotRequired[str | None]


@lazy_extra
@define(kw_only=True, repr=False)
class CfsInsInfo(Model):
    """CFS file system and its mount point."""

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
    """User ID for file access."""
    user_group_id: str
    """Group ID for file access."""
    cfs_id: str
    """ID of the file system."""
    mount_ins_id: str
    """ID of the mount point."""
    local_mount_dir: str
    """Mount directory in the function."""
    remote_mount_dir: str
    """Mounted directory of the file system."""
    ip_address: str | None = None
    """IP address of the file system. Optional. May be null."""
    mount_vpc_id: str | None = None
    """Private network of the file system. Optional. May be null."""
    mount_subnet_id: str | None = None
    """Subnet of the file system. Optional. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            user_id=get("UserId"),
            user_group_id=get("UserGroupId"),
            cfs_id=get("CfsId"),
            mount_ins_id=get("MountInsId"),
            local_mount_dir=get("LocalMountDir"),
            remote_mount_dir=get("RemoteMountDir"),
            ip_address=get("IpAddress"),
            mount_vpc_id=get("MountVpcId"),
            mount_subnet_id=get("MountSubnetId"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not CfsInsInfo:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_user_id: Any = None
        last_user_group_id: Any = None
        last_cfs_id: Any = None
        last_mount_ins_id: Any = None
        last_local_mount_dir: Any = None
        last_remote_mount_dir: Any = None
        last_ip_address: Any = None
        last_mount_vpc_id: Any = None
        last_mount_subnet_id: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 9:
                read = _new(cls)
                try:
                    text = item["UserId"]
                    if text != last_user_id or type(text) is not str:
                        if text is None:
                            read.extra["UserId"] = None
                        last_user_id = text
                    read.user_id = last_user_id
                    text = item["UserGroupId"]
                    if text != last_user_group_id or type(text) is not str:
                        if text is None:
                            read.extra["UserGroupId"] = None
                        last_user_group_id = text
                    read.user_group_id = last_user_group_id
                    text = item["CfsId"]
                    if text != last_cfs_id or type(text) is not str:
                        if text is None:
                            read.extra["CfsId"] = None
                        last_cfs_id = text
                    read.cfs_id = last_cfs_id
                    text = item["MountInsId"]
                    if text != last_mount_ins_id or type(text) is not str:
                        if text is None:
                            read.extra["MountInsId"] = None
                        last_mount_ins_id = text
                    read.mount_ins_id = last_mount_ins_id
                    text = item["LocalMountDir"]
                    if text != last_local_mount_dir or type(text) is not str:
                        if text is None:
                            read.extra["LocalMountDir"] = None
                        last_local_mount_dir = text
                    read.local_mount_dir = last_local_mount_dir
                    text = item["RemoteMountDir"]
                    if text != last_remote_mount_dir or type(text) is not str:
                        if text is None:
                            read.extra["RemoteMountDir"] = None
                        last_remote_mount_dir = text
                    read.remote_mount_dir = last_remote_mount_dir
                    text = item["IpAddress"]
                    if text != last_ip_address or type(text) is not str:
                        if text is None:
                            read.extra["IpAddress"] = None
                        last_ip_address = text
                    read.ip_address = last_ip_address
                    text = item["MountVpcId"]
                    if text != last_mount_vpc_id or type(text) is not str:
                        if text is None:
                            read.extra["MountVpcId"] = None
                        last_mount_vpc_id = text
                    read.mount_vpc_id = last_mount_vpc_id
                    text = item["MountSubnetId"]
                    if text != last_mount_subnet_id or type(text) is not str:
                        if text is None:
                            read.extra["MountSubnetId"] = None
                        last_mount_subnet_id = text
                    read.mount_subnet_id = last_mount_subnet_id
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in CfsInsInfo.FIELDS)
