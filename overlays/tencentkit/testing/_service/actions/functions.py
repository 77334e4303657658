"""What the fake does for the actions on functions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ..action_request import Asked
from ..function_checks import check_settings, size_of_code
from ..function_store import LATEST, Function, Version
from ..function_views import details, row
from ..selection import ordered, page
from ..state import State
from .versions import publish

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,58}[A-Za-z0-9]")
_NAME_SAYS = "2 to 60 letters, digits, - and _, from a letter to a letter or digit"
# What is no setting, but says which function and with which code.
_NO_SETTING = frozenset({"FunctionName", "Namespace", "Code", "Publish"})
_FILTERS: dict[str, Callable[[Version, int], Any]] = {
    "ClsLogsetId": lambda version, _: version.setting("ClsLogsetId"),
    "ClsTopicId": lambda version, _: version.setting("ClsTopicId"),
    "Role": lambda version, _: version.setting("Role"),
    "Runtime": lambda version, _: version.setting("Runtime"),
    "Status": lambda version, now: version.status(now),
    "SubnetId": lambda version, _: (version.setting("VpcConfig") or {}).get("SubnetId"),
    "VpcId": lambda version, _: (version.setting("VpcConfig") or {}).get("VpcId"),
}
_MOST_FILTERS = 10


def create_function(state: State, asked: Asked) -> dict[str, Any]:
    """Answer CreateFunction: the function is Creating for a while, and then Active."""
    name = asked.parameters["FunctionName"]
    asked.expect(_NAME.fullmatch(name), "function name", f"`FunctionName` must be {_NAME_SAYS}.")
    namespace = state.functions.asked_namespace(asked)
    check_settings(asked)
    size = size_of_code(asked, asked.parameters["Code"])
    asked.expect(any(asked.parameters["Code"].values()), "code", "`Code` is empty.")
    asked.expect(state.functions.find(namespace, name) is None, "function taken", f"The function `{name}` is there already.")
    latest = Version(LATEST, _settings(asked) | _image(asked), asked.now, asked.now, size)
    state.deploy(latest, "Creating", asked.now)
    state.functions.add(namespace, name, [latest], asked.now)
    return {}


def get_function(state: State, asked: Asked) -> dict[str, Any]:
    """Answer GetFunction."""
    function = state.functions.asked(asked)
    qualifier = asked.parameters.get("Qualifier", LATEST)
    version = state.functions.asked_version(asked, function, qualifier)
    return details(function, version, qualifier, asked.now)


def list_functions(state: State, asked: Asked) -> dict[str, Any]:
    """Answer ListFunctions."""
    namespace = state.functions.asked_namespace(asked)
    keep = _filter(asked)
    found = [each for each in state.functions if each.namespace == namespace and keep(each)]
    keys: dict[str, Callable[[Function], Any]] = {
        "AddTime": lambda each: each.latest.added,
        "ModTime": lambda each: each.latest.changed,
        "FunctionName": lambda each: each.name,
    }
    found = ordered(asked, found, keys, by="Orderby")
    return {"TotalCount": len(found), "Functions": [row(each, asked.now) for each in page(asked, found)]}


def update_function_code(state: State, asked: Asked) -> dict[str, Any]:
    """Answer UpdateFunctionCode: the function is Updating for a while."""
    code = {name: value for name, value in asked.parameters.items() if name in {"ZipFile", "CosObjectName"}}
    size = size_of_code(asked, code | asked.parameters.get("Code", {}))
    latest = _update(state, asked)
    if size:
        latest.code_size = size
    latest.settings |= {name: asked.parameters[name] for name in ("Handler", "InstallDependency") if name in asked.parameters}
    latest.settings |= _image(asked)
    return _published(state, asked)


def update_function_configuration(state: State, asked: Asked) -> dict[str, Any]:
    """Answer UpdateFunctionConfiguration: the function is Updating for a while."""
    check_settings(asked)
    runtime = state.functions.asked(asked).latest.setting("Runtime")
    asked.expect(asked.parameters.get("Runtime", runtime) == runtime, "runtime", "`Runtime` cannot be changed.")
    _update(state, asked).settings |= _settings(asked)
    return _published(state, asked)


def delete_function(state: State, asked: Asked) -> dict[str, Any]:
    """Answer DeleteFunction: the function, or one version of it, is gone at once."""
    function = state.functions.asked(asked)
    qualifier = asked.parameters.get("Qualifier")
    if qualifier is None:
        state.functions.remove(function)
        return {}
    asked.expect(qualifier != LATEST, "qualifier", f"`{LATEST}` goes with the function only.")
    asked.expect(qualifier in function.versions, "version", f"The function has no version `{qualifier}`.")
    bound = any(alias.version == qualifier for alias in function.aliases.values())
    asked.expect(not bound, "bound", f"An alias points to the version `{qualifier}`.")
    del function.versions[qualifier]
    return {}


def _settings(asked: Asked) -> dict[str, Any]:
    return {name: value for name, value in asked.parameters.items() if name not in _NO_SETTING}


def _image(asked: Asked) -> dict[str, Any]:
    """The container image that is the code, where one is."""
    image = asked.parameters.get("Code", {}).get("ImageConfig")
    return {"ImageConfig": image} if image else {}


def _update(state: State, asked: Asked) -> Version:
    """`$LATEST` of the function that a request changes, busy from now on.

    Raises:
        Refusal: It is not there, or is busy already.
    """
    latest = state.functions.asked(asked).latest
    status = latest.status(asked.now)
    asked.expect(asked.now >= latest.busy_until, "busy", f"The function cannot be changed while it is {status}.")
    state.deploy(latest, "Updating", asked.now)
    return latest


def _published(state: State, asked: Asked) -> dict[str, Any]:
    if asked.parameters.get("Publish", "FALSE") == "TRUE":
        publish(state, state.functions.asked(asked), "", asked.now)
    return {}


def _filter(asked: Asked) -> Callable[[Function], bool]:
    filters = asked.parameters.get("Filters", [])
    asked.expect(len(filters) <= _MOST_FILTERS, "filter", f"`Filters` holds more than {_MOST_FILTERS} conditions.")
    for each in filters:
        # A condition that is passed over would list what it is to leave out.
        asked.expect(each["Name"] in _FILTERS, "filter", f"The fake filters by {', '.join(_FILTERS)} only, not by `{each['Name']}`.")
    part, described = asked.parameters.get("SearchKey", ""), asked.parameters.get("Description", "")

    def keep(function: Function) -> bool:
        latest = function.latest
        return (
            part in function.name
            and described in latest.setting("Description")
            and all(_FILTERS[each["Name"]](latest, asked.now) in each["Values"] for each in filters)
        )

    return keep
