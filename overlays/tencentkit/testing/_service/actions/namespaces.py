"""Actions on namespaces."""

from __future__ import annotations

import re
from typing import Any

from .. import times
from ..action_request import ActionRequest
from ..function_checks import check_description
from ..function_store import DEFAULT_NAMESPACE, StoredNamespace
from ..selection import ordered, page
from ..state import ServiceState

_NAME = re.compile(r"[A-Za-z0-9_-]{1,30}")
_SEARCH_KEYS = {"Namespace": lambda each: each.name, "Description": lambda each: each.description}


def create_namespace(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute CreateNamespace."""
    name = request.parameters["Namespace"]
    request.require(_NAME.fullmatch(name), "namespace name", "`Namespace` must be 1 to 30 letters, digits, - and _.")
    request.require(name not in state.functions.namespaces, "namespace in use", f"The namespace `{name}` already exists.")
    check_description(request)
    description = request.parameters.get("Description", "")
    state.functions.namespaces[name] = StoredNamespace(name, description, request.now, request.now)
    return {}


def list_namespaces(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute ListNamespaces."""
    found = list(state.functions.namespaces.values())
    for search in request.parameters.get("SearchKey", []):
        text = _SEARCH_KEYS.get(search["Key"])
        if text is None:
            raise request.error("search", "`SearchKey.Key` must be Namespace or Description.")
        found = [each for each in found if search["Value"] in text(each)]
    found = ordered(request, found, {"Name": lambda each: each.name, "Updatetime": lambda each: each.changed}, by="Orderby")
    return {"TotalCount": len(found), "Namespaces": [_row(each) for each in page(request, found)]}


def update_namespace(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute UpdateNamespace."""
    namespace = state.functions.namespaces[state.functions.requested_namespace(request)]
    check_description(request)
    namespace.description, namespace.changed = request.parameters["Description"], request.now
    return {}


def delete_namespace(state: ServiceState, request: ActionRequest) -> dict[str, Any]:
    """Execute DeleteNamespace."""
    name = state.functions.requested_namespace(request)
    request.require(name != DEFAULT_NAMESPACE, "default namespace", f"The namespace `{DEFAULT_NAMESPACE}` cannot be deleted.")
    used = any(each.namespace == name for each in state.functions)
    request.require(not used, "namespace in use", f"The namespace `{name}` has functions.")
    del state.functions.namespaces[name]
    return {}


def _row(namespace: StoredNamespace) -> dict[str, Any]:
    return {
        "Name": namespace.name,
        "Description": namespace.description,
        "Type": "default",
        "AddTime": times.to_seconds_text(namespace.added),
        "ModTime": times.to_seconds_text(namespace.changed),
    }
