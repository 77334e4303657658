"""The argparse parser, built from the catalogue; its help texts come from the spec."""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Collection
from typing import Any

from tencentkit_api.model import Field

from .._products import ProductBroken
from .._validation.numbers import LONGEST_SECONDS
from .._version import __version__
from .catalogue import JSON, ApiCommand, commands, products
from .exit_codes import EXIT_CODES
from .json_input import JsonInput, parse_json, parse_object, read_text

_DESCRIPTION = "Call Tencent Cloud from the command line: typed, signed, throttled and retried as by the library."
COMPLETION = "completion"
CALL = "call"
DOCTOR = "doctor"
OUTPUTS = ("table", "json", "jsonl", "csv")
SHELLS = ("bash", "zsh", "fish")
_FORMAT = argparse.RawDescriptionHelpFormatter


def build_parser(product: str | None, name: str | None = None) -> argparse.ArgumentParser:
    """Return the parser with the options of one command: building those of all would take as long as a call.

    Args:
        product: Product named on the command line; `None` for none.
        name: Command named on the command line.
    """
    return _parser({product}, {name}, known_values=False)


def completion_parser() -> argparse.ArgumentParser:
    """Return the parser with every option, whose documented values are choices: argparse must not run it, it would refuse others."""
    every, names = [], set[str | None]()
    for product in products():
        try:
            names |= commands(product).keys()
        except ProductBroken as error:  # the others complete nevertheless
            print(f"warning: no completion: {error}", file=sys.stderr)
        else:
            every.append(product)
    return _parser(every, names, known_values=True)


def _parser(chosen: Collection[str | None], names: Collection[str | None], *, known_values: bool) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tencentkit", description=_DESCRIPTION, epilog=_exit_codes(), formatter_class=_FORMAT)
    parser.add_argument("--version", action="version", version=f"tencentkit {__version__}")
    subparsers = parser.add_subparsers(dest="product", required=True, metavar="PRODUCT")
    # A parser with the actions of one product needs no list of the others.
    named = [name for name in chosen if name is not None]
    for product, summary in (dict.fromkeys(named, "") or products()).items():
        of_product = subparsers.add_parser(product, help=summary, formatter_class=_FORMAT, epilog=_exit_codes())
        if product in chosen:
            _add_commands(of_product, product, names, known_values=known_values)
    shell = subparsers.add_parser(COMPLETION, help="print a completion script", description="Print a completion script.")
    shell.add_argument("shell", choices=SHELLS)
    subparsers.add_parser(DOCTOR, help="show engine, trust, proxy and credentials", description="Show the settings of a client here.")
    return parser


def _add_commands(parser: argparse.ArgumentParser, product: str, names: Collection[str | None], *, known_values: bool) -> None:
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="ACTION")
    for command in commands(product).values():
        summary = command.summary.replace("%", "%%")
        made = subparsers.add_parser(
            command.name, help=summary, description=command.description, formatter_class=_FORMAT, epilog=_rules(command)
        )
        if command.name in names:
            _add_parameters(made, command, known_values=known_values)
            _add_common(made, has_pages=command.action.paging is not None and not command.is_waiter)
            if can_wait(command):
                _add_wait(made)
    raw = subparsers.add_parser(CALL, help="an action that is not generated yet, with wire names")
    raw.add_argument("action", help="the action, such as SomeNewAction")
    raw.add_argument("parameters", nargs="?", default=JsonInput({}, ""), type=parse_object, help="its parameters as JSON, or @FILE")
    _add_common(raw, has_pages=False)


def can_wait(command: ApiCommand) -> bool:
    """Return whether a command may poll: its action only reads."""
    return command.action.read_only and not command.is_waiter and not command.is_handwritten


def _add_wait(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("wait")
    condition: dict[str, Any] = {"action": "append", "type": _condition, "metavar": "PATH=VALUE[,VALUE]"}
    group.add_argument(
        "--wait-until", **condition, help="poll until the response has the value, such as 'Items[].State=RUNNING'; repeat it for more paths"
    )
    group.add_argument("--wait-failure", **condition, help="a value that ends the wait as failed; Items[] means any item here")
    group.add_argument("--wait", type=_seconds, default=600, metavar="SECONDS", help="timeout of the whole wait (default: 600)")
    group.add_argument("--wait-interval", type=_seconds, default=2, metavar="SECONDS", help="pause between two polls (default: 2)")


def _condition(text: str) -> tuple[str, list[str]]:
    path, separator, values = text.partition("=")
    if not separator or not path:
        raise argparse.ArgumentTypeError(f"expected PATH=VALUE, got {text[:_SHOWN]!r}")
    return path, values.split(",")


def _add_parameters(parser: argparse.ArgumentParser, command: ApiCommand, *, known_values: bool) -> None:
    group = parser.add_argument_group(f"parameters of {command.action.name}")
    help_texts = command.parameter_help
    for field in command.fields:
        options = _options(field)
        options["help"] = help_texts.get(field.name, "").replace("`", "").replace("%", "%%") or None
        option = group.add_argument(flag(field.name), dest=f"parameter_{field.name}", required=field.required, **options)
        if known_values and field.known_values:
            option.choices = [str(value) for value in field.known_values]
    if command.is_waiter:
        group.add_argument("--wait", type=_seconds, default=600, metavar="SECONDS", help="timeout of the whole wait (default: 600)")


def _options(field: Field) -> dict[str, Any]:
    if field.kind == "boolean" and not field.array:
        return {"action": argparse.BooleanOptionalAction, "default": None}
    kinds: dict[str, tuple[Callable[[str], Any], str]] = {
        "integer": (_integer, "INTEGER"),
        "number": (_number, "NUMBER"),
        "boolean": (_boolean, "true|false"),
        "object": (parse_object, "JSON"),
        JSON: (_json, "JSON"),
    }
    kind, metavar = kinds.get(field.kind, (_text, "TEXT"))
    if field.known_values and field.kind == "string":
        metavar = "|".join(map(str, field.known_values))
    return {"type": kind, "metavar": metavar} | ({"nargs": "+", "action": "extend"} if field.array else {})


def _add_common(parser: argparse.ArgumentParser, *, has_pages: bool) -> None:
    group = parser.add_argument_group("call options")
    group.add_argument("--region", help="region (default: TENCENTCLOUD_REGION)")
    group.add_argument("--profile", metavar="NAME", help="profile of the credentials file (default: the library's credentials chain)")
    group.add_argument("--base-url", metavar="URL", help="another endpoint, such as a local fake")
    group.add_argument(
        "--deadline", type=_seconds, metavar="SECONDS", help="total time of the call with its waits and retries, or of all pages"
    )
    group.add_argument("--output", choices=OUTPUTS, default="table", help="output format (default: table)")
    group.add_argument("--explain", action="store_true", help="dry run: show the request and its rules, send nothing")
    if has_pages:
        group.add_argument("--all", action="store_true", help="every page, one item per row")
        group.add_argument("--max-items", type=_count, metavar="N", help="every page, stop after N items")
        group.add_argument("--start", metavar="CURSOR", help="every page, from the cursor that a failed listing printed")


CALL_OPTIONS = frozenset({"region", "profile", "base_url", "deadline", "output", "explain", "all", "max_items", "start"})
_RESERVED = CALL_OPTIONS | {"help", "wait", "wait_until", "wait_failure", "wait_interval"}
_SHOWN = 40
"""Characters of an invalid value in a message."""


def flag(name: str) -> str:
    """Return the option for an argument; `--parameter-NAME` when the command has an option of that name itself."""
    name = f"parameter_{name}" if name in _RESERVED or name.startswith("no_") else name.strip("_")
    return f"--{name.replace('_', '-')}"


def _rules(command: ApiCommand) -> str:
    action = command.action
    limit = "no published rate limit" if action.rate_limit is None else f"at most {action.rate_limit} requests a second"
    kind = "retried only if it cannot have been executed"
    if action.read_only:
        kind = "read-only, retried after any transient failure"
    elif action.client_token is not None:
        kind = f"retried after any transient failure, with one {action.client_token} for all attempts"
    return f"{limit}; {kind}; --explain shows the rules.\n{_exit_codes()}"


def _exit_codes() -> str:
    return "exit codes:\n" + "\n".join(f"  {code:<4} {meaning}" for code, meaning in EXIT_CODES.items())


def _text(text: str) -> str:
    """Return the text; `@FILE` reads a file, `@@` escapes a leading @."""
    return text[1:] if text.startswith("@@") else read_text(text)[0]


def _json(text: str) -> bytes:
    """Return a JSON text of any kind, unchanged."""
    parse_json(text)
    try:
        return read_text(text)[0].encode()
    except UnicodeEncodeError as error:
        raise argparse.ArgumentTypeError("not UTF-8") from error


def _boolean(text: str) -> bool:
    if text not in {"true", "false"}:
        raise argparse.ArgumentTypeError(f"expected true or false, got {text!r}")
    return text == "true"


def _integer(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"expected an integer, got {text[:_SHOWN]!r}") from error


def _number(text: str) -> float:
    """Return a number that JSON can represent."""
    try:
        value = float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"expected a number, got {text[:_SHOWN]!r}") from error
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(f"expected a finite number, got {text[:_SHOWN]!r}")
    return value


def _seconds(text: str) -> float:
    value = _number(text)
    if not 0 < value <= LONGEST_SECONDS:
        raise argparse.ArgumentTypeError(f"expected seconds above 0 and at most {LONGEST_SECONDS:,}, got {text[:_SHOWN]!r}")
    return value


def _count(text: str) -> int:
    value = _integer(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"expected an integer of at least 1, got {text[:_SHOWN]!r}")
    return value
