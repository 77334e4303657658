"""Actions on functions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ..action_request import ActionRequest
from ..function_checks import check_settings, code_size
from ..function_store import LATEST, StoredFunction, StoredVersion
from ..function_views import details, row
from ..selection import ordered, page
from ..state import ServiceState
from .versions import publish

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,58}[A-Za-z0-9]")
_NAME_RULE = "2 to 60 letters, digits, - and _, beginning with a letter and ending with a letter or digit"
# Parameters of CreateFunction and UpdateFunctionConfiguration that are not settings.
_NOT_SETTINGS = frozenset({"FunctionName", "Namespace", "Code", "Publish"})
_FILTERS: dict[str, Callable[[StoredVersion, int], Any]] = {
    "ClsLogsetId": lambda version, _: version.setting("ClsLogsetId"),
    "ClsTopicId": lambda version, _: version.setting("ClsTopicId"),
    "Role": lambda version, _: version.setting("Role"),
    "Runtime": lambda version, _: version.setting("Runtime"),
    "Status": lambda version, now: version.status(now),
    "SubnetId": lambda version, _: (version.setting("VpcConfig") or {}).get("SubnetId"),
    "VpcId": lambda version, _: (version.setting("VpcConfig") or {}).get("VpcId"),
}
_MAX_FILTERS = 10


def create_function(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute CreateFunction; the function is Creating for the deploy time, then Active."""
    name = request.parameters["FunctionName"]
    request.require(_NAME.fullmatch(name), "function name", f"`FunctionName` must be {_NAME_RULE}.")
    namespace = state.functions.requested_namespace(request)
    check_settings(request)
    size = code_size(request, request.parameters["Code"])
    request.require(any(request.parameters["Code"].values()), "code", "`Code` is empty.")
    request.require(state.functions.find(namespace, name) is None, "function exists", f"The function `{name}` already exists.")
    latest = StoredVersion(LATEST, _settings(request) | _image(request), request.now, request.now, size)
    state.deploy(latest, "Creating", request.now)
    state.functions.add(namespace, name, [latest], request.now)
    return {}


def get_function(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute GetFunction."""
    function = state.functions.requested(request)
    qualifier = request.parameters.get("Qualifier", LATEST)
    version = state.functions.requested_version(request, function, qualifier)
    return details(function, version, qualifier, request.now)


def list_functions(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute ListFunctions."""
    namespace = state.functions.requested_namespace(request)
    keep = _filter(request)
    found = [each for each in state.functions if each.namespace == namespace and keep(each)]
    keys: dict[str, Callable[[StoredFunction], Any]] = {
        "AddTime": lambda each: each.latest.added,
        "ModTime": lambda each: each.latest.changed,
        "FunctionName": lambda each: each.name,
    }
    found = ordered(request, found, keys, by="Orderby")
    return {"TotalCount": len(found), "Functions": [row(each, request.now) for each in page(request, found)]}


def update_function_code(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute UpdateFunctionCode; the function is Updating for the deploy time."""
    code = {name: value for name, value in request.parameters.items() if name in {"ZipFile", "CosObjectName"}}
    size = code_size(request, code | request.parameters.get("Code", {}))
    latest = _update(state, request)
    if size:
        latest.code_size = size
    latest.settings |= {name: request.parameters[name] for name in ("Handler", "InstallDependency") if name in request.parameters}
    latest.settings |= _image(request)
    return _publish_if_requested(state, request)


def update_function_configuration(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute UpdateFunctionConfiguration; the function is Updating for the deploy time."""
    check_settings(request)
    runtime = state.functions.requested(request).latest.setting("Runtime")
    request.require(request.parameters.get("Runtime", runtime) == runtime, "runtime", "`Runtime` cannot be changed.")
    _update(state, request).settings |= _settings(request)
    return _publish_if_requested(state, request)


def delete_function(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute DeleteFunction; the function or the version is deleted at once."""
    function = state.functions.requested(request)
    qualifier = request.parameters.get("Qualifier")
    if qualifier is None:
        state.functions.remove(function)
        return {}
    request.require(qualifier != LATEST, "qualifier", f"`{LATEST}` can only be deleted with the function.")
    request.require(qualifier in function.versions, "version", f"The function has no version `{qualifier}`.")
    in_use = any(alias.version == qualifier for alias in function.aliases.values())
    request.require(not in_use, "version in use", f"An alias points to the version `{qualifier}`.")
    del function.versions[qualifier]
    return {}


def _settings(request: ActionRequest) -> dict[str, Any]:
    return {name: value for name, value in request.parameters.items() if name not in _NOT_SETTINGS}


def _image(request: ActionRequest) -> dict[str, Any]:
    """Return the setting for a container image, if the code is one."""
    image = request.parameters.get("Code", {}).get("ImageConfig")
    return {"ImageConfig": image} if image else {}


def _update(state: ServiceState, request: ActionRequest) -> StoredVersion:
    """Return `$LATEST` of the function that a request changes, after marking it busy.

    Raises:
        ServiceError: The function does not exist, or is busy already.
    """
    latest = state.functions.requested(request).latest
    status = latest.status(request.now)
    request.require(request.now >= latest.busy_until, "function status", f"The function cannot be changed while it is {status}.")
    state.deploy(latest, "Updating", request.now)
    return latest


def _publish_if_requested(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    if request.parameters.get("Publish", "FALSE") == "TRUE":
        publish(state, state.functions.requested(request), "", request.now)
    return {}


def _filter(request: ActionRequest) -> Callable[[StoredFunction], bool]:
    filters = request.parameters.get("Filters", [])
    request.require(len(filters) <= _MAX_FILTERS, "filter", f"`Filters` holds more than {_MAX_FILTERS} conditions.")
    for each in filters:
        # Ignoring a condition would list functions that it excludes.
        request.require(each["Name"] in _FILTERS, "filter", f"This fake supports the filters {', '.join(_FILTERS)}, not `{each['Name']}`.")
    name_part, description_part = request.parameters.get("SearchKey", ""), request.parameters.get("Description", "")

    def keep(function: StoredFunction) -> bool:
        latest = function.latest
        return (
            name_part in function.name
            and description_part in latest.setting("Description")
            and all(_FILTERS[each["Name"]](latest, request.now) in each["Values"] for each in filters)
        )

    return keep
