"""The command line, made of the catalogue; its help is the spec's."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tencentkit_api.model import Field

from .._version import __version__
from .catalogue import JSON, Entry, entries, products
from .exit_codes import EXITS

_DESCRIPTION = "Call Tencent Cloud from the command line: typed, signed, throttled and retried as by the library."
COMPLETION = "completion"
CALL = "call"
OUTPUTS = ("table", "json", "csv")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Wraps arguments and leaves descriptions as they stand."""


def parser_for(product: str | None, name: str | None = None) -> argparse.ArgumentParser:
    """The parser, with the options of one entry alone: to make those of all would take as long as a call.

    Args:
        product: The product that the command line names; `None` for none.
        name: The entry that it names.
    """
    parser = argparse.ArgumentParser(prog="tencentkit", description=_DESCRIPTION, epilog=_exits(), formatter_class=_Formatter)
    parser.add_argument("--version", action="version", version=f"tencentkit {__version__}")
    commands = parser.add_subparsers(dest="product", required=True, metavar="PRODUCT")
    for each in products():
        of_product = commands.add_parser(each, help=f"actions of {each}", formatter_class=_Formatter, epilog=_exits())
        if each == product:
            _add_entries(of_product, each, name)
    completing = commands.add_parser(COMPLETION, help="print a completion script", description="Print a completion script.")
    completing.add_argument("shell", choices=("bash", "zsh"))
    return parser


def _add_entries(parser: argparse.ArgumentParser, product: str, chosen: str | None) -> None:
    commands = parser.add_subparsers(dest="entry", required=True, metavar="ACTION")
    for entry in entries(product).values():
        summary = entry.summary.replace("%", "%%")
        made = commands.add_parser(
            entry.name, help=summary, description=entry.description, formatter_class=_Formatter, epilog=_facts(entry)
        )
        if entry.name == chosen:
            _add_arguments(made, entry)
            _add_common(made, pages=entry.action.paging is not None and not entry.waits)
    raw = commands.add_parser(CALL, help="an action that is not generated yet, with wire names")
    raw.add_argument("action", help="the action, such as SomeNewAction")
    raw.add_argument("parameters", nargs="?", default={}, type=_json_object, help="its parameters as JSON, or @FILE")
    _add_common(raw, pages=False)


def _add_arguments(parser: argparse.ArgumentParser, entry: Entry) -> None:
    group = parser.add_argument_group(f"parameters of {entry.action.name}")
    says = entry.says
    for field in entry.fields:
        options = _options(field)
        options["help"] = says.get(field.name, "").replace("`", "").replace("%", "%%") or None
        group.add_argument(flag(field.name), dest=f"parameter_{field.name}", required=field.required, **options)
    if entry.waits:
        group.add_argument("--wait", type=float, default=600, metavar="SECONDS", help="seconds to wait in total (default: 600)")


def _options(field: Field) -> dict[str, Any]:
    if field.kind == "boolean" and not field.array:
        return {"action": argparse.BooleanOptionalAction, "default": None}
    kinds: dict[str, tuple[Callable[[str], Any], str]] = {
        "integer": (int, "INTEGER"),
        "number": (float, "NUMBER"),
        "boolean": (_boolean, "true|false"),
        "object": (_json_object, "JSON"),
        JSON: (_json, "JSON"),
    }
    kind, metavar = kinds.get(field.kind, (_text, "TEXT"))
    if field.known_values and field.kind == "string":
        metavar = "|".join(map(str, field.known_values))
    return {"type": kind, "metavar": metavar} | ({"nargs": "+", "action": "extend"} if field.array else {})


def _add_common(parser: argparse.ArgumentParser, *, pages: bool) -> None:
    where = parser.add_argument_group("where and how")
    where.add_argument("--region", help="region; else TENCENTCLOUD_REGION")
    where.add_argument("--profile", metavar="NAME", help="a section of the credentials file; else where the library looks")
    where.add_argument("--base-url", metavar="URL", help="another host, such as a fake's")
    where.add_argument("--deadline", type=float, metavar="SECONDS", help="seconds for the call with its waits and retries")
    where.add_argument("--output", choices=OUTPUTS, default="table", help="how to print what comes (default: table)")
    where.add_argument("--explain", action="store_true", help="show what would be sent and by which rules, and send nothing")
    if pages:
        where.add_argument("--all", action="store_true", help="every page, one item a row")
        where.add_argument("--max-items", type=int, metavar="N", help="every page, and stop after N items")


_TAKEN = frozenset({"help", "region", "profile", "base_url", "deadline", "output", "explain", "all", "max_items", "wait"})


def flag(name: str) -> str:
    """The option of an argument; one of the command's own names gets a word before it."""
    name = f"parameter_{name}" if name in _TAKEN or name.startswith("no_") else name.strip("_")
    return f"--{name.replace('_', '-')}"


def _facts(entry: Entry) -> str:
    action = entry.action
    limit = "no published rate limit" if action.rate_limit is None else f"at most {action.rate_limit} requests a second"
    kind = "reads only, so any failure may be repeated" if action.read_only else "repeated only when it cannot have run"
    return f"{limit}; {kind}; --explain shows the rules.\n{_exits()}"


def _exits() -> str:
    return "exit codes:\n" + "\n".join(f"  {code:<4} {meaning}" for code, meaning in EXITS.items())


def _read(text: str) -> str:
    if not text.startswith("@"):
        return text
    try:
        return Path(text[1:]).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"{text[1:]}: {error}") from error


def _text(text: str) -> str:
    """A text as it stands; `@FILE` is what a file holds, `@@` a text that begins with @."""
    return text[1:] if text.startswith("@@") else _read(text)


def _json_object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(_read(text))
    except (ValueError, RecursionError) as error:
        raise argparse.ArgumentTypeError(f"not JSON: {error}") from error
    if not isinstance(value, dict):
        raise argparse.ArgumentTypeError("a JSON object is wanted")
    return value


def _json(text: str) -> bytes:
    """A JSON text of any kind, as it stands."""
    content = _read(text)
    try:
        json.loads(content)
    except (ValueError, RecursionError) as error:
        raise argparse.ArgumentTypeError(f"not JSON: {error}") from error
    return content.encode("utf-8", "surrogatepass")


def _boolean(text: str) -> bool:
    if text not in {"true", "false"}:
        raise argparse.ArgumentTypeError("true or false")
    return text == "true"
