"""Responses about functions: GetFunction and the rows of ListFunctions."""

from __future__ import annotations

from typing import Any

from . import times
from .function_store import DEFAULT_SETTINGS, StoredFunction, StoredVersion

# Defaults in GetFunction: the fake has no network, disk or queue behind a function.
_DETAIL_DEFAULTS: dict[str, Any] = {
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


def details(function: StoredFunction, version: StoredVersion, qualifier: str, now: int) -> dict[str, Any]:
    """Return the content of GetFunction."""
    return {
        **{name: version.settings.get(name, default) for name, default in _DETAIL_DEFAULTS.items()},
        **{name: version.setting(name) for name in DEFAULT_SETTINGS},
        "AccessInfo": {"Host": "", "Vip": ""},
        "AddTime": times.to_seconds_text(version.added),
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
        "ModTime": times.to_seconds_text(version.changed),
        "Namespace": function.namespace,
        "OnsEnable": "FALSE",
        "PublicNetConfig": _public_network(version.settings.get("PublicNetConfig", {})),
        "Qualifier": qualifier,
        "Status": version.status(now),
        "StatusDesc": "",
        "StatusReasons": [],
        "Triggers": [],
        "UseGpu": "FALSE",
    }


def row(function: StoredFunction, now: int) -> dict[str, Any]:
    """Return one row of ListFunctions."""
    latest = function.latest
    return {
        "AddTime": times.to_seconds_text(latest.added),
        "AsyncRunEnable": latest.settings.get("AsyncRunEnable", "FALSE"),
        "Description": latest.setting("Description"),
        "FunctionId": function.function_id,
        "FunctionName": function.name,
        "ModTime": times.to_seconds_text(latest.changed),
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


def _layer(layer: dict[str, Any]) -> dict[str, Any]:
    defaults: dict[str, Any] = {"CompatibleRuntimes": [], "AddTime": "", "Description": "", "LicenseInfo": None}
    return {**defaults, "Status": "Active", "Stamp": "", **layer}


def _public_network(setting: dict[str, Any]) -> dict[str, Any]:
    fixed = setting.get("EipConfig", {}).get("EipStatus", "DISABLE")
    return {"PublicNetStatus": setting.get("PublicNetStatus", "ENABLE"), "EipConfig": {"EipStatus": fixed, "EipAddress": []}}
