"""Actions on the versions of a function."""

from __future__ import annotations

from typing import Any

from .. import times
from ..action_request import ActionRequest
from ..function_checks import check_description
from ..function_store import ACTIVE, StoredFunction, StoredVersion
from ..selection import ordered, page
from ..state import ServiceState


def publish(state: ServiceState, function: StoredFunction, description: str, now: int) -> StoredVersion:
    """Publish `$LATEST` as a new version."""
    function.published += 1
    latest = function.latest
    version = StoredVersion(str(function.published), dict(latest.settings), now, now, latest.code_size, description)
    state.deploy(version, "Publishing", now)
    function.versions[version.number] = version
    return version


def publish_version(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute PublishVersion; the version is Publishing for the deploy time, then Active."""
    function = state.functions.requested(request)
    check_description(request)
    status = function.latest.status(request.now)
    request.require(status == ACTIVE, "function status", f"The function cannot be published while it is {status}.")
    version = publish(state, function, request.parameters.get("Description", ""), request.now)
    return {
        "FunctionVersion": version.number,
        "CodeSize": version.code_size,
        "MemorySize": version.setting("MemorySize"),
        "Description": version.description,
        "Handler": version.setting("Handler"),
        "Timeout": version.setting("Timeout"),
        "Runtime": version.setting("Runtime"),
        "Namespace": function.namespace,
    }


def list_version_by_function(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute ListVersionByFunction; the list includes `$LATEST`."""
    found = list(state.functions.requested(request).versions.values())
    found = ordered(request, found, {"AddTime": lambda each: each.added, "ModTime": lambda each: each.changed}, by="OrderBy")
    selected = page(request, found)
    return {
        "TotalCount": len(found),
        "FunctionVersion": [each.number for each in selected],
        "Versions": [_row(each, request.now) for each in selected],
    }


def _row(version: StoredVersion, now: int) -> dict[str, Any]:
    return {
        "Version": version.number,
        "Description": version.description,
        "AddTime": times.to_seconds_text(version.added),
        "ModTime": times.to_seconds_text(version.changed),
        "Status": version.status(now),
    }
