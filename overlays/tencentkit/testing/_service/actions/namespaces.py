"""What the fake does for the actions on namespaces."""

from __future__ import annotations

import re
from typing import Any

from .. import times as _times
from ..action_request import Asked
from ..function_checks import check_description
from ..function_store import DEFAULT_NAMESPACE, Namespace
from ..selection import ordered, page
from ..state import State

_NAME = re.compile(r"[A-Za-z0-9_-]{1,30}")
_SEARCHED = {"Namespace": lambda each: each.name, "Description": lambda each: each.description}


def create_namespace(state: State, asked: Asked) -> dict[str, Any]:
    """Answer CreateNamespace."""
    name = asked.parameters["Namespace"]
    asked.expect(_NAME.fullmatch(name), "namespace name", "`Namespace` must be 1 to 30 letters, digits, - and _.")
    asked.expect(name not in state.functions.namespaces, "namespace taken", f"The namespace `{name}` is there already.")
    check_description(asked)
    description = asked.parameters.get("Description", "")
    state.functions.namespaces[name] = Namespace(name, description, asked.now, asked.now)
    return {}


def list_namespaces(state: State, asked: Asked) -> dict[str, Any]:
    """Answer ListNamespaces."""
    found = list(state.functions.namespaces.values())
    for search in asked.parameters.get("SearchKey", []):
        text = _SEARCHED.get(search["Key"])
        if text is None:
            raise asked.refusal("search", "`SearchKey.Key` must be Namespace or Description.")
        found = [each for each in found if search["Value"] in text(each)]
    found = ordered(asked, found, {"Name": lambda each: each.name, "Updatetime": lambda each: each.changed}, by="Orderby")
    return {"TotalCount": len(found), "Namespaces": [_row(each) for each in page(asked, found)]}


def update_namespace(state: State, asked: Asked) -> dict[str, Any]:
    """Answer UpdateNamespace."""
    namespace = state.functions.namespaces[state.functions.asked_namespace(asked)]
    check_description(asked)
    namespace.description, namespace.changed = asked.parameters["Description"], asked.now
    return {}


def delete_namespace(state: State, asked: Asked) -> dict[str, Any]:
    """Answer DeleteNamespace."""
    name = state.functions.asked_namespace(asked)
    asked.expect(name != DEFAULT_NAMESPACE, "namespace default", f"The namespace `{DEFAULT_NAMESPACE}` stays.")
    used = any(each.namespace == name for each in state.functions)
    asked.expect(not used, "namespace taken", f"The namespace `{name}` has functions.")
    del state.functions.namespaces[name]
    return {}


def _row(namespace: Namespace) -> dict[str, Any]:
    return {
        "Name": namespace.name,
        "Description": namespace.description,
        "Type": "default",
        "AddTime": _times.to_seconds_text(namespace.added),
        "ModTime": _times.to_seconds_text(namespace.changed),
    }
