"""Definitions of the fictional product `depot`, with every construct and edge case of real ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def member(name: str, kind: str = "string", *, array: bool = False, **facts: Any) -> dict[str, Any]:
    """Return a field; `kind` is a primitive or the name of an object."""
    types = {"int64": "int", "uint64": "int", "float": "float", "bool": "bool", "binary": "binary"}
    type_ = "list" if array else "object" if kind[0].isupper() else types.get(kind, "string")
    return {"name": name, "member": kind, "type": type_, "document": "", "disabled": False, **facts}


def _object(*members: dict[str, Any], usage: str | None = None) -> dict[str, Any]:
    return {"document": "", "members": list(members), **({"usage": usage} if usage else {"type": "object"})}


def _action(name: str, **facts: Any) -> dict[str, Any]:
    return {"name": "…", "document": "", "input": f"{name}Request", "output": f"{name}Response", "status": "online", **facts}


REQUEST_ID = member("RequestId")


def api() -> dict[str, Any]:
    """Return `api.json` of the product `depot`."""
    names = ("DescribeCrates", "Import", "OldWay", "GoneWay", "OpenGate")
    flags: dict[str, dict[str, Any]] = {
        "OldWay": {"status": "deprecated"},
        "GoneWay": {"status": "offline"},
        "OpenGate": {"skip_sign": True},
    }
    objects = {f"{name}{end}": _object(*([REQUEST_ID] if end == "Response" else [])) for name in names for end in ("Request", "Response")}
    objects |= {
        "DescribeCratesRequest": _object(
            member("CrateIds", array=True, required=False),
            member("Filters", "Filter", array=True, required=False),
            member("Offset", "int64", required=False, document="Where to begin. Default value: 0."),
            member("Limit", "uint64", required=True, document="<p>How many. Value range: [1, 100]</p>"),
            member("Region", required=False),
            member("Weights", "float", array=True, required=False),
            member("Sealed", "bool", required=False, document="Default value: false"),
            member("Class", required=False, document="Valid values: A, B."),
        ),
        "DescribeCratesResponse": _object(
            member("TotalCount", "int64", output_required=True),
            member("Crates", "Crate", array=True, output_required=False, value_allowed_null=True),
            REQUEST_ID,
        ),
        "ImportRequest": _object(member("Crate", "Crate", required=1), member("Self", required=False)),
        "Crate": _object(
            member("CrateId", required=True),
            member("DNSFormat", required=False, output_required=True),
            member("DnsFormat", required=False, output_required=True),
            member("Since", "datetime_iso", required=False),
            member("Until", "datetime", required=False, disabled=True),
            member("Day", "date", required=False),
            member("Data", "binary", required=False),
            member("Inner", "Crate", array=True, required=False),
            member("Field", "Field", required=False),
            usage="both",
        ),
        "Field": _object(member("ToDict", required=False), member("Note", required=False, document="may return null"), usage="both"),
        "Filter": _object(member("Name", required=True), member("Values", array=True, required=False), usage="in"),
    }
    return {
        "version": "1.0",
        "metadata": {"apiVersion": "2020-01-01", "serviceShortName": "depot", "serviceNameCN": "…", "api_brief": None},
        "actions": {name: _action(name, **flags.get(name, {})) for name in names},
        "objects": objects,
    }


def example(request: str, response: Any) -> dict[str, str]:
    """Return an example; `response` is a JSON value or raw text."""
    shown = response if isinstance(response, str) else json.dumps(response)
    return {"title": "One", "document": "Words.", "input": request, "output": shown}


GET = "https://depot.tencentcloudapi.com/?Action="
HEADERS = "POST / HTTP/1.1\nHost: depot.tencentcloudapi.com\nContent-Type: application/json\nX-TC-Action: "
MARK = "<Common request parameters>"
FULL = "&CrateIds.0=a&b\n&Filters.0.Name=n\n&Filters.0.Values.0=1\n&Limit=20\n&Weights.0=1.5\n&Sealed=true"
CRATE = {"CrateId": "c", "DNSFormat": "x", "DnsFormat": "y", "Inner": [{"CrateId": "d", "New": 1}], "Field": None}


def post(action: str, body: str) -> str:
    """Return a POST request."""
    return f"{HEADERS}{action}\n{MARK}\n\n{body}"


def examples() -> dict[str, Any]:
    """Return `examples.json` of the product."""
    refusal = {"Response": {"Error": {"Code": "Busy", "Message": "m"}, "RequestId": "r"}}
    listing = {"Response": {"TotalCount": 1, "Crates": [CRATE], "RequestId": "r"}}
    return {
        "version": "1.0",
        "actions": {
            "DescribeCrates": [
                example(f"{GET}DescribeCrates\n{FULL}\n&{MARK}", listing),
                example(post("DescribeCrates", '{"Limit": 1, "Offset": 0}'), {"Error": None, **listing}),
                example(post("DescribeCrates", '{"Unknown": 1}'), {"TotalCount": 0, "RequestId": "r"}),
                example(GET + "DescribeCrates\n&Limit=many", "data: {}"),
                example(GET + "DescribeCrates\n&CrateIds=a", {"Sum": 1}),
            ],
            "Import": [example(post("Import", '{"Crate": {"CrateId": "c"}}'), refusal)],
        },
    }


def written(folder: Path, *, api_json: Any = None, examples_json: Any = None) -> Path:
    """Write both files to a folder, as in the vendor's package."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "api.json").write_text(json.dumps(api() if api_json is None else api_json), encoding="utf-8")
    (folder / "examples.json").write_text(json.dumps(examples() if examples_json is None else examples_json), encoding="utf-8")
    return folder
