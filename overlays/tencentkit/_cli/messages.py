"""Error messages of the command: they name options and variables where the library's name arguments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tencentkit_api.action import Action

from ..errors import CredentialsExpired, CredentialsMissing, RequestInvalid, TencentkitError
from .catalogue import ApiCommand
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


def message(error: TencentkitError, options: argparse.Namespace, command: ApiCommand | None) -> str:
    """Return the message of an error for the command line."""
    if isinstance(error, RequestInvalid):
        return f"{_option(error.argument, options, command)}: {error.rule}"
    if isinstance(error, CredentialsMissing) and not isinstance(error, CredentialsExpired) and error.tried:
        source = "set TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY, or name a profile with --profile"
        return f"no credentials found: {source}; tried {'; '.join(error.tried)}"
    return str(error)


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
    return names | ({"timeout": "--wait"} if command.is_waiter else {})


def _is_set(variable: str) -> bool:
    import os

    return bool(os.environ.get(variable))
