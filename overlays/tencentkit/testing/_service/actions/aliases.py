"""What the fake does for the actions on a function's aliases."""

from __future__ import annotations

import re
from typing import Any

from .. import times as _times
from ..action_request import Asked
from ..function_checks import check_description
from ..function_store import Alias, Function
from ..selection import page
from ..state import State

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


def create_alias(state: State, asked: Asked) -> dict[str, Any]:
    """Answer CreateAlias."""
    function = state.functions.asked(asked)
    name = asked.parameters["Name"]
    asked.expect(_NAME.fullmatch(name), "alias name", "`Name` must be 1 to 64 letters, digits, _ and -, and begin with a letter.")
    asked.expect(name not in function.aliases, "alias taken", f"The alias `{name}` is there already.")
    _check(asked, function)
    given = asked.parameters
    made = Alias(name, given["FunctionVersion"], given.get("RoutingConfig", {}), given.get("Description", ""), asked.now, asked.now)
    function.aliases[name] = made
    return {}


def get_alias(state: State, asked: Asked) -> dict[str, Any]:
    """Answer GetAlias."""
    return _row(_asked(state, asked))


def list_aliases(state: State, asked: Asked) -> dict[str, Any]:
    """Answer ListAliases."""
    version = asked.parameters.get("FunctionVersion")
    found = [each for each in state.functions.asked(asked).aliases.values() if version in {None, each.version}]
    return {"TotalCount": len(found), "Aliases": [_row(each) for each in page(asked, found)]}


def update_alias(state: State, asked: Asked) -> dict[str, Any]:
    """Answer UpdateAlias; what is not given stays."""
    alias = _asked(state, asked)
    _check(asked, state.functions.asked(asked))
    alias.version, alias.changed = asked.parameters["FunctionVersion"], asked.now
    alias.routing = asked.parameters.get("RoutingConfig", alias.routing)
    alias.description = asked.parameters.get("Description", alias.description)
    return {}


def delete_alias(state: State, asked: Asked) -> dict[str, Any]:
    """Answer DeleteAlias."""
    del state.functions.asked(asked).aliases[_asked(state, asked).name]
    return {}


def _asked(state: State, asked: Asked) -> Alias:
    name = asked.parameters["Name"]
    found = state.functions.asked(asked).aliases.get(name)
    if found is None:
        raise asked.refusal("alias", f"There is no alias `{name}`.")
    return found


def _check(asked: Asked, function: Function) -> None:
    """Refuse versions that are not there, and shares that are none."""
    check_description(asked)
    routing = asked.parameters.get("RoutingConfig", {})
    weights = routing.get("AdditionalVersionWeights", [])
    others = [each["Version"] for each in (*weights, *routing.get("AddtionVersionMatchs", []))]
    for number in (asked.parameters["FunctionVersion"], *others):
        asked.expect(number in function.versions, "version", f"The function has no version `{number}`.")
    asked.expect(all(0 <= each["Weight"] <= 1 for each in weights), "weights", "`Weight` must be from 0 to 1.")


def _row(alias: Alias) -> dict[str, Any]:
    return {
        "FunctionVersion": alias.version,
        "Name": alias.name,
        "RoutingConfig": alias.routing,
        "Description": alias.description,
        "AddTime": _times.to_seconds_text(alias.added),
        "ModTime": _times.to_seconds_text(alias.changed),
    }
