"""Error messages of the command: they name options and variables where the library's name arguments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tencentkit_api.action import Action

from ..credentials._default_chain import DefaultCredentials
from ..errors import RequestInvalid, TencentkitError, WaiterFailed, WaiterTimeout
from .catalogue import ApiCommand, model
from .parser import CALL_OPTIONS, flag

if TYPE_CHECKING:
    import argparse

REGION_VARIABLE = "TENCENTCLOUD_REGION"
_OF_CALL = {"action": "ACTION", "parameters": "PARAMETERS"}
_ARGUMENT = re.compile(r"\w+")


def check_region(region: str | None, action: Action) -> None:
    """Check that a call has the region that its action requires.

    Raises:
        RequestInvalid: It has none.
    """
    if region is None and action.region_required:
        raise RequestInvalid("region", f"is required by {action.name}: set --region or {REGION_VARIABLE}")


class CommandCredentials(DefaultCredentials):
    """Default credentials with advice for a shell."""

    _advice = "set TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY, or name a profile with --profile"


def message(error: TencentkitError, options: argparse.Namespace, command: ApiCommand | None) -> str:
    """Return the message of an error for the command line."""
    if isinstance(error, RequestInvalid):
        return f"{_option(error.argument, options, command)}: {error.rule}"
    if isinstance(error, WaiterFailed | WaiterTimeout) and command is not None:
        return _waiter_message(error, options, command)
    return str(error)


def _waiter_message(error: WaiterFailed | WaiterTimeout, options: argparse.Namespace, command: ApiCommand) -> str:
    """Return the message with the command, the options that name the resource, and wire names in the path of the state."""
    if isinstance(error, WaiterFailed):
        path, separator, state = error.rule.partition(" is ")
        rule = f"{_wire_path(command, path)}{separator}{state}" if separator else error.rule
    else:
        spent = ", ".join(f"{purpose} {used:.3g} s" for purpose, used in error.spent.items() if used)
        rule = f"timed out after {error.timeout:g} s" + (f" ({spent})" if spent else "")
    subject = " ".join(f"{_option(name, options, command)} {value}" for name, value in error.subject.items())
    return f"{command.name} {subject}".rstrip() + f": {rule}"


def _wire_path(command: ApiCommand, path: str) -> str:
    """Return a path into the response with wire names: `Result.Status`."""
    kind: str | None = f"{command.action.name}Response"
    names = []
    for name in path.split("."):
        field = next((each for each in model(command, kind).FIELDS if each.name == name), None) if kind else None
        names.append(name if field is None else field.wire)
        kind = None if field is None else field.model
    return ".".join(names)


def _option(argument: str, options: argparse.Namespace, command: ApiCommand | None) -> str:
    """Return the path of an argument with the option's name: `--start-time-interval.Start`."""
    match = _ARGUMENT.match(argument)
    if match is None:
        return argument  # an option already
    name, path = match[0], argument[match.end() :]
    return _options(options, command).get(name, name) + path


def _options(options: argparse.Namespace, command: ApiCommand | None) -> dict[str, str]:
    """Return the option, variable or position that sets each argument."""
    names = {name: f"--{name.replace('_', '-')}" for name in CALL_OPTIONS} | {"request": "request"}
    if options.region is None:
        names["region"] = REGION_VARIABLE if _is_set(REGION_VARIABLE) else "--region"
    if command is None:
        return names | _OF_CALL
    # After the call options: an action may have a parameter of the same name.
    names |= {field.name: flag(field.name) for field in command.fields if field.name not in CALL_OPTIONS}
    own = (
        {"until": "--wait-until", "failure": "--wait-failure", "interval": "--wait-interval"}
        if getattr(options, "wait_until", None)
        else {}
    )
    return names | ({"timeout": "--wait"} | own if command.is_waiter or own else {})


def _is_set(variable: str) -> bool:
    import os

    return bool(os.environ.get(variable))
