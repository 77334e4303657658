"""Actions on the aliases of a function."""

from __future__ import annotations

import re
from typing import Any

from .. import times
from ..action_request import ActionRequest
from ..function_checks import check_description
from ..function_store import StoredAlias, StoredFunction
from ..selection import page
from ..state import ServiceState

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


def create_alias(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute CreateAlias."""
    function = state.functions.requested(request)
    values, now = request.parameters, request.now
    name = values["Name"]
    request.require(_NAME.fullmatch(name), "alias name", "`Name` must be 1 to 64 letters, digits, _ and -, and begin with a letter.")
    request.require(name not in function.aliases, "alias exists", f"The alias `{name}` already exists.")
    _check(request, function)
    routing, description = values.get("RoutingConfig", {}), values.get("Description", "")
    function.aliases[name] = StoredAlias(name, values["FunctionVersion"], routing, description, now, now)
    return {}


def get_alias(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute GetAlias."""
    return _row(_requested(state, request))


def list_aliases(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute ListAliases."""
    version = request.parameters.get("FunctionVersion")
    found = [each for each in state.functions.requested(request).aliases.values() if version in {None, each.version}]
    return {"TotalCount": len(found), "Aliases": [_row(each) for each in page(request, found)]}


def update_alias(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute UpdateAlias; omitted parameters keep their value."""
    alias = _requested(state, request)
    _check(request, state.functions.requested(request))
    alias.version, alias.changed = request.parameters["FunctionVersion"], request.now
    alias.routing = request.parameters.get("RoutingConfig", alias.routing)
    alias.description = request.parameters.get("Description", alias.description)
    return {}


def delete_alias(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute DeleteAlias."""
    del state.functions.requested(request).aliases[_requested(state, request).name]
    return {}


def _requested(state: ServiceState, request: ActionRequest) -> StoredAlias:
    name = request.parameters["Name"]
    alias = state.functions.requested(request).aliases.get(name)
    if alias is None:
        raise request.error("alias", f"The alias `{name}` does not exist.")
    return alias


def _check(request: ActionRequest, function: StoredFunction) -> None:
    """Check description, versions and weights."""
    check_description(request)
    routing = request.parameters.get("RoutingConfig", {})
    weights = routing.get("AdditionalVersionWeights", [])
    others = [each["Version"] for each in (*weights, *routing.get("AddtionVersionMatchs", []))]
    for number in (request.parameters["FunctionVersion"], *others):
        request.require(number in function.versions, "version", f"The function has no version `{number}`.")
    request.require(all(0 <= each["Weight"] <= 1 for each in weights), "weights", "`Weight` must be from 0 to 1.")


def _row(alias: StoredAlias) -> dict[str, Any]:
    return {
        "FunctionVersion": alias.version,
        "Name": alias.name,
        "RoutingConfig": alias.routing,
        "Description": alias.description,
        "AddTime": times.to_seconds_text(alias.added),
        "ModTime": times.to_seconds_text(alias.changed),
    }
