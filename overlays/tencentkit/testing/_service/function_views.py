"""A function as the service writes it."""

from __future__ import annotations

from typing import Any

from . import times as _times
from .function_store import SETTINGS, Function, Version

# What GetFunction holds where nothing was asked for: the fake has no network, no disk and no queue behind a function.
_NOTHING_ASKED: dict[str, Any] = {
    "AsyncRunEnable": "FALSE",
    "CfsConfig": {"CfsInsList": []},
    "ClsLogsetId": "",
    "ClsTopicId": "",
    "DeadLetterConfig": {"Type": "", "Name": "", "FilterType": ""},
    "DnsCache": "FALSE",
    "Environment": {"Variables": []},
    "ImageConfig": {"ImageType": "", "ImageUri": ""},
    "InstallDependency": "FALSE",
    "InstanceConcurrencyConfig": {},
    "L5Enable": "FALSE",
    "ProtocolParams": {},
    "ProtocolType": None,
    "Role": "",
    "Tags": [],
    "TraceEnable": "FALSE",
    "VpcConfig": {"VpcId": "", "SubnetId": ""},
}


def details(function: Function, version: Version, qualifier: str, now: int) -> dict[str, Any]:
    """What GetFunction answers."""
    asked = {name: version.settings.get(name, usual) for name, usual in _NOTHING_ASKED.items()}
    return {
        **asked,
        **{name: version.setting(name) for name in SETTINGS},
        "AccessInfo": {"Host": "", "Vip": ""},
        "AddTime": _times.to_seconds_text(version.added),
        "AvailableStatus": "Available",
        "CodeError": "",
        "CodeInfo": "",
        "CodeResult": "success",
        "CodeSize": version.code_size,
        "EipConfig": {"EipFixed": "FALSE", "Eips": []},
        "ErrNo": 0,
        "FunctionId": function.function_id,
        "FunctionName": function.name,
        "FunctionVersion": version.number,
        "IntranetConfig": {"IpFixed": "DISABLE", "IpAddress": []} | version.settings.get("IntranetConfig", {}),
        "Layers": [_layer(each) for each in version.settings.get("Layers", []) if each["LayerName"]],
        "ModTime": _times.to_seconds_text(version.changed),
        "Namespace": function.namespace,
        "OnsEnable": "FALSE",
        "PublicNetConfig": _public(version.settings.get("PublicNetConfig", {})),
        "Qualifier": qualifier,
        "Status": version.status(now),
        "StatusDesc": "",
        "StatusReasons": [],
        "Triggers": [],
        "UseGpu": "FALSE",
    }


def row(function: Function, now: int) -> dict[str, Any]:
    """What ListFunctions answers for one."""
    latest = function.latest
    return {
        "AddTime": _times.to_seconds_text(latest.added),
        "AsyncRunEnable": latest.settings.get("AsyncRunEnable", "FALSE"),
        "Description": latest.setting("Description"),
        "FunctionId": function.function_id,
        "FunctionName": function.name,
        "ModTime": _times.to_seconds_text(latest.changed),
        "Namespace": function.namespace,
        "ReservedConcurrencyMem": None,
        "Runtime": latest.setting("Runtime"),
        "Status": latest.status(now),
        "StatusDesc": "",
        "StatusReasons": [],
        "Tags": latest.settings.get("Tags", []),
        "TotalProvisionedConcurrencyMem": None,
        "TraceEnable": latest.settings.get("TraceEnable", "FALSE"),
        "Type": latest.setting("Type"),
    }


def _layer(asked: dict[str, Any]) -> dict[str, Any]:
    known: dict[str, Any] = {"CompatibleRuntimes": [], "AddTime": "", "Description": "", "LicenseInfo": None}
    return {**known, "Status": "Active", "Stamp": "", **asked}


def _public(asked: dict[str, Any]) -> dict[str, Any]:
    fixed = asked.get("EipConfig", {}).get("EipStatus", "DISABLE")
    return {"PublicNetStatus": asked.get("PublicNetStatus", "ENABLE"), "EipConfig": {"EipStatus": fixed, "EipAddress": []}}
