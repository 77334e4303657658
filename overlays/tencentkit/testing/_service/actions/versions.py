"""What the fake does for the actions on a function's versions."""

from __future__ import annotations

from typing import Any

from .. import times as _times
from ..action_request import Asked
from ..function_checks import check_description
from ..function_store import ACTIVE, Function, Version
from ..selection import ordered, page
from ..state import State


def publish(state: State, function: Function, description: str, now: int) -> Version:
    """Make a version of what `$LATEST` is."""
    function.published += 1
    latest = function.latest
    made = Version(str(function.published), dict(latest.settings), now, now, latest.code_size, description)
    state.deploy(made, "Publishing", now)
    function.versions[made.number] = made
    return made


def publish_version(state: State, asked: Asked) -> dict[str, Any]:
    """Answer PublishVersion: the version is Publishing for a while, and then Active."""
    function = state.functions.asked(asked)
    check_description(asked)
    status = function.latest.status(asked.now)
    asked.expect(status == ACTIVE, "busy", f"The function cannot be published while it is {status}.")
    made = publish(state, function, asked.parameters.get("Description", ""), asked.now)
    return {
        "FunctionVersion": made.number,
        "CodeSize": made.code_size,
        "MemorySize": made.setting("MemorySize"),
        "Description": made.described_as,
        "Handler": made.setting("Handler"),
        "Timeout": made.setting("Timeout"),
        "Runtime": made.setting("Runtime"),
        "Namespace": function.namespace,
    }


def list_version_by_function(state: State, asked: Asked) -> dict[str, Any]:
    """Answer ListVersionByFunction; `$LATEST` is listed, too."""
    found = list(state.functions.asked(asked).versions.values())
    found = ordered(asked, found, {"AddTime": lambda each: each.added, "ModTime": lambda each: each.changed}, by="OrderBy")
    shown = page(asked, found)
    return {
        "TotalCount": len(found),
        "FunctionVersion": [each.number for each in shown],
        "Versions": [_row(each, asked.now) for each in shown],
    }


def _row(version: Version, now: int) -> dict[str, Any]:
    return {
        "Version": version.number,
        "Description": version.described_as,
        "AddTime": _times.to_seconds_text(version.added),
        "ModTime": _times.to_seconds_text(version.changed),
        "Status": version.status(now),
    }
