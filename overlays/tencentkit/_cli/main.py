"""From a command line to an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..errors import FunctionError, RequestInvalid, TencentkitError, WaiterFailed
from .catalogue import Entry, by_any_name, columns, entries, listed, model, products
from .exit_codes import INTERRUPTED, SUCCESS, exit_code
from .parser import CALL, COMPLETION, parser_for

if TYPE_CHECKING:
    import argparse

    from .._client.sync_client import SyncClient


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code.

    Args:
        arguments: What stands behind `python -m tencentkit`; else the process's own.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = _parsed(given)
    if getattr(options, "max_items", None) is not None:
        options.all = True
    try:
        if options.product == COMPLETION:
            from .completion import script

            print(script(options.shell))
            return SUCCESS
        _run(options)
        sys.stdout.flush()
    except TencentkitError as error:
        return _failed(error, options)
    except BrokenPipeError:
        # `| head` has seen enough. What is left in the buffer would fail once more at the interpreter's end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return INTERRUPTED
    return SUCCESS


def _parsed(given: list[str]) -> argparse.Namespace:
    """The command line, whose action may have the name that it has on the wire or in the library."""
    places = [index for index, each in enumerate(given) if not each.startswith("-")][:2]
    product = given[places[0]] if places and given[places[0]] in products() else None
    if product is None or len(places) == 1:
        return parser_for(product).parse_args(given)
    name = by_any_name(product, given[places[1]])
    if name is not None:
        given[places[1]] = name
    parser = parser_for(product, name)
    if name is None and given[places[1]] != CALL:
        from .._validation.suggestions import nearest

        if (close := nearest(given[places[1]], [*entries(product), CALL])) is not None:
            parser.error(f"{product} has no action {given[places[1]]}; did you mean {close}?")
    return parser.parse_args(given)


def _run(options: argparse.Namespace) -> None:
    entry = None if options.entry == CALL else entries(options.product)[options.entry]
    if options.explain:
        _explain(options, entry)
        return
    with _client(options) as client:
        if entry is None:
            _print_unknown(client.call(options.action, options.parameters), options)
        elif getattr(options, "all", False):
            _print_listing(client, entry, options)
        else:
            _print_answer(_call(client, entry, options)(), entry, options)


def _client(options: argparse.Namespace, **settings: Any) -> SyncClient:
    """The client of the product, with what the command line says."""
    from importlib import import_module

    if options.profile is not None and "credentials" not in settings:
        from ..credentials._profile import ProfileCredentials

        settings["credentials"] = ProfileCredentials(options.profile)
    if options.deadline is not None:
        settings["deadline"] = options.deadline
    module = import_module(f"tencentkit.{options.product}")
    client: SyncClient = module.Client(region=options.region, base_url=options.base_url, **settings)
    return client


def _arguments(entry: Entry, options: argparse.Namespace) -> dict[str, Any]:
    """The arguments of the method, as far as they were given."""
    given: dict[str, Any] = {}
    for field in entry.fields:
        value = getattr(options, f"parameter_{field.name}")
        if value is None:
            continue
        if field.model is not None:
            kind = model(entry, field.model)
            value = [_object(kind, item) for item in value] if field.array else _object(kind, value)
        given[field.name] = value
    if entry.waits:
        given["timeout"] = options.wait
    return given


def _object(kind: Any, value: dict[str, Any]) -> Any:
    """A JSON object with the service's names as the model; with the library's names as it stands."""
    wire = {field.wire for field in kind.FIELDS}
    return kind.from_dict(value) if value.keys() <= wire else value


def _call(client: SyncClient, entry: Entry, options: argparse.Namespace) -> Callable[[], Any]:
    arguments = _arguments(entry, options)
    return lambda: getattr(client, entry.method)(**arguments)


def _print_listing(client: SyncClient, entry: Entry, options: argparse.Namespace) -> None:
    from .output import write_items

    items = listed(entry)
    if items is None or entry.action.paging is None:
        raise RequestInvalid("--all", f"{entry.action.name} does not page")
    paginate: Any = client.paginate  # type: ignore[attr-defined]  # every product has it that has a listing
    pager = paginate(getattr(client, entry.method), max_items=options.max_items, **_arguments(entry, options))
    write_items(_rows(pager), columns=columns(entry, items), output=options.output)
    if options.max_items is None and not pager.complete:
        print(f"warning: cannot show that nothing is missing: {', '.join(pager.doubts)}", file=sys.stderr)


def _rows(items: Iterator[Any]) -> Iterator[dict[str, Any]]:
    for item in items:
        yield item.to_dict() if hasattr(item, "to_dict") else {"Value": item}


def _print_answer(result: Any, entry: Entry, options: argparse.Namespace) -> None:
    """Print what a method gave: a listing's items under the same header as with `--all`, even where there are none."""
    from .output import LINES, harmless, write_items, write_object

    if entry.runs:
        _print_log(result)
        text = getattr(result, "text", result)
        print(harmless(text, LINES) if sys.stdout.isatty() else text)
        return
    items = None if options.output == "json" else listed(entry)
    if items is None:
        write_object(result.to_dict(), output=options.output)
        return
    found = getattr(result, items.name)
    write_items(_rows(iter(found if isinstance(found, list) else [])), columns=columns(entry, items), output=options.output)


def _print_log(run: Any) -> None:
    """Print the log of a function that ran, where it was asked for."""
    from .output import LINES, harmless

    if log := getattr(run, "log", ""):
        print(harmless(log, LINES), file=sys.stderr)


def _print_unknown(content: dict[str, Any], options: argparse.Namespace) -> None:
    """Print a response of which no table tells: as it stands in JSON, else its one list as rows, or each of its fields."""
    from .output import write_items, write_object

    lists = [value for value in content.values() if isinstance(value, list) and value and all(isinstance(item, dict) for item in value)]
    if options.output == "json" or len(lists) != 1:
        write_object(content, output=options.output)
        return
    names = list(dict.fromkeys(name for item in lists[0] for name in item))
    write_items(lists[0], columns=names, output=options.output)


def _explain(options: argparse.Namespace, entry: Entry | None) -> None:
    from .explain import WritingTransport, explanation, local_credentials, written_request

    credentials, source = local_credentials(options.profile)
    client = _client(options, credentials=credentials, transport=WritingTransport(), throttle=None, retry=None)
    if entry is None:
        action = client._product.action(options.action, None, read_only=False)  # noqa: SLF001  # the command is the library's own
        request = written_request(lambda: client.call(options.action, options.parameters))
    else:
        action = entry.action
        request = written_request(_first_call(client, entry, options))
    for line in explanation(request, action, credentials, source, paged=bool(getattr(options, "all", False))):
        print(line)


def _first_call(client: SyncClient, entry: Entry, options: argparse.Namespace) -> Callable[[], Any]:
    if not getattr(options, "all", False):
        return _call(client, entry, options)
    paginate: Any = client.paginate  # type: ignore[attr-defined]
    pager = paginate(getattr(client, entry.method), max_items=options.max_items, **_arguments(entry, options))
    return lambda: list(islice(pager, 1))


def _failed(error: TencentkitError, options: argparse.Namespace) -> int:
    from .output import LINES, harmless, write_object

    if isinstance(error, WaiterFailed) and error.result is not None:
        write_object(error.result.to_dict(), output=options.output)
        sys.stdout.flush()
    print(f"error: {type(error).__name__}: {harmless(str(error), LINES)}", file=sys.stderr)
    if isinstance(error, FunctionError):
        _print_log(error.run)
    if error.cursor is not None:
        print(f"where the listing stood: {error.cursor}", file=sys.stderr)
    return exit_code(error)
