"""The command's entry point: parse the arguments, call the client, print the result, return an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from .._client.keywords import helper_keyword, helper_parameter
from .._products import ProductBroken, ProductNotInstalled, client_class, is_installed, not_installed
from ..errors import RequestInvalid, TencentkitError, WaiterFailed
from .catalogue import ApiCommand, columns, commands, find_command, items_field, items_of, model
from .exit_codes import INTERNAL, INTERRUPTED, NOT_WRITTEN, SUCCESS, USAGE, exit_code, is_function_error
from .json_input import to_model
from .messages import CommandCredentials, check_region, message
from .parser import CALL, COMPLETION, DOCTOR, build_parser, flag

if TYPE_CHECKING:
    import argparse

    from tencentkit_api.action import Action

    from .._client.sync_client import SyncClient


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        arguments: Command line after `python -m tencentkit` (default: `sys.argv[1:]`).
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = None
    try:
        options = _parse(given)
        if getattr(options, "max_items", None) is not None or getattr(options, "start", None) is not None:
            options.all = True
        if options.product == COMPLETION:
            return _print_completion(options.shell)
        if options.product == DOCTOR:
            return _examine()
        _run(options)
        _flush()
    except TencentkitError as error:
        return _report(error, options)
    except (ProductNotInstalled, ProductBroken) as error:
        print(f"error: {error}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        _discard_output()  # `| head` closed the pipe
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a shell shows one line, not a traceback
        return _report_unexpected(error)
    return SUCCESS


def _parse(arguments: list[str]) -> argparse.Namespace:
    """Parse the command line; an action may also have its wire name or the method's name."""
    positions = [index for index, each in enumerate(arguments) if not each.startswith("-")][:2]
    product = arguments[positions[0]] if positions else None
    if product in {COMPLETION, DOCTOR}:
        return build_parser(None).parse_args(arguments)
    if product is not None and not is_installed(product):
        build_parser(None).error(not_installed(product))
    if product is None or len(positions) == 1:
        return build_parser(product).parse_args(arguments)
    action = arguments[positions[1]]
    name = find_command(product, action)
    if name is not None:
        arguments[positions[1]] = name
    parser = build_parser(product, name)
    if name is None and action != CALL:
        from .._validation.suggestions import nearest

        if (close := nearest(action, [*commands(product), CALL])) is not None:
            parser.error(f"{product} has no action {action}; did you mean {close}?")
    return parser.parse_args(arguments)


def _flush() -> None:
    if sys.stdout is not None:  # the shell may have closed it: `>&-`
        sys.stdout.flush()


def _discard_output() -> None:
    # The interpreter flushes the buffer at exit, which would fail again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_completion(shell: str) -> int:
    from .completion import script

    try:
        print(script(shell))
    except ImportError as error:
        print(f"error: {error.msg}", file=sys.stderr)
        return USAGE
    return SUCCESS


def _examine() -> int:
    from .doctor import print_checks

    error = print_checks()
    _flush()
    return SUCCESS if error is None else exit_code(error)


def _run(options: argparse.Namespace) -> None:
    command = _command(options)
    if options.explain:
        _explain(options, command)
        return
    with _client(options) as client:
        check_region(client.region, _action(client, command, options))
        if command is None:
            _print_raw_response(client.call(options.action, options.parameters.value), options)
        elif getattr(options, "wait_until", None):
            _print_result(_wait(client, command, options), command, options)
        elif getattr(options, "wait_failure", None):
            raise RequestInvalid("--wait-failure", "needs --wait-until, the expected value")
        elif getattr(options, "all", False):
            _print_listing(client, command, options)
        else:
            _print_result(_call(client, command, options)(), command, options)


def _command(options: argparse.Namespace) -> ApiCommand | None:
    return None if options.command == CALL else commands(options.product)[options.command]


def _action(client: SyncClient, command: ApiCommand | None, options: argparse.Namespace) -> Action:
    if command is not None:
        return command.action
    return client._product.action(options.action, None, read_only=False)  # noqa: SLF001  # the command is the library's own


def _client(options: argparse.Namespace, **settings: Any) -> SyncClient:
    if options.profile is not None and "credentials" not in settings:
        from ..credentials._profile import ProfileCredentials

        settings["credentials"] = ProfileCredentials(options.profile)
    settings.setdefault("credentials", CommandCredentials())
    client: SyncClient = client_class(options.product)(region=options.region, base_url=options.base_url, **settings)
    # A view's deadline covers a whole listing, that of a client each page.
    return client if options.deadline is None else client.with_options(deadline=options.deadline)


def _arguments(command: ApiCommand, options: argparse.Namespace) -> dict[str, Any]:
    """Return the method's arguments that the command line sets."""
    arguments: dict[str, Any] = {}
    for field in command.fields:
        value = getattr(options, f"parameter_{field.name}")
        if value is None:
            continue
        if field.model is not None:
            path = flag(field.name)
            if field.array:
                value = [to_model(command, field.model, item, f"{path}[{index}]") for index, item in enumerate(value)]
            else:
                value = to_model(command, field.model, value, path)
        elif field.kind == "object":
            value = [item.value for item in value] if field.array else value.value
        arguments[field.name] = value
    if command.is_waiter:
        return _for_helper("wait", command, arguments, timeout=options.wait)
    return arguments


def _for_helper(helper: str, command: ApiCommand, arguments: dict[str, Any], **own: Any) -> dict[str, Any]:
    """Return the arguments of `paginate` or of a waiter, which has keywords of its own."""
    parameters = [field.name for field in command.fields]
    keywords = {helper_keyword(helper, name, parameters): value for name, value in own.items()}
    return {helper_parameter(helper, name): value for name, value in arguments.items()} | keywords


def _call(client: SyncClient, command: ApiCommand, options: argparse.Namespace) -> Callable[[], Any]:
    arguments = _arguments(command, options)
    return lambda: getattr(client, command.method)(**arguments)


def _wait(client: SyncClient, command: ApiCommand, options: argparse.Namespace) -> Any:
    """Poll until the response has the values of `--wait-until`; return it."""
    if getattr(options, "all", False):
        raise RequestInvalid("--wait-until", "waits on one page, so it cannot be combined with --all, --max-items or --start")
    names = [field.name for field in command.fields]
    own = {
        "until": _conditions(command, "--wait-until", options.wait_until),
        "failure": _conditions(command, "--wait-failure", options.wait_failure or []) or None,
        "timeout": options.wait,
        "interval": options.wait_interval,
        "max_interval": max(60.0, options.wait_interval),
    }
    parameters = {f"{name}_" if name in own else name: value for name, value in _arguments(command, options).items()}
    keywords: dict[str, Any] = {helper_keyword("wait", name, names): value for name, value in own.items()}
    keywords.setdefault("until", None)  # the keyword that Python requires, where the action has a parameter of that name
    return client.wait(getattr(client, command.method), **keywords, **parameters)


def _conditions(command: ApiCommand, option: str, given: list[tuple[str, list[str]]]) -> dict[str, list[Any]]:
    """Return conditions with values of the kind of their fields."""
    from .._conditions import resolve

    found: dict[str, list[Any]] = {}
    for path, texts in given:
        _, field = resolve(option, path, model(command, f"{command.action.name}Response"), "[any]")
        found.setdefault(path, []).extend(_of_kind(option, path, text, "string" if field is None else field.kind) for text in texts)
    return found


def _of_kind(option: str, path: str, text: str, kind: str) -> Any:
    kinds: dict[str, Callable[[str], Any]] = {"integer": int, "number": float, "boolean": {"true": True, "false": False}.__getitem__}
    try:
        return kinds.get(kind, str)(text)
    except (KeyError, ValueError):
        raise RequestInvalid(option, f"{path} is a field of type {kind}, never {text[:40]!r}") from None


def _pager(client: SyncClient, command: ApiCommand, options: argparse.Namespace) -> Any:
    paginate: Any = client.paginate  # type: ignore[attr-defined]  # every product with a listing has it
    arguments = _for_helper("paginate", command, _arguments(command, options), max_items=options.max_items, start=options.start)
    return paginate(getattr(client, command.method), **arguments)


def _print_listing(client: SyncClient, command: ApiCommand, options: argparse.Namespace) -> None:
    from .output import write_items

    items = items_field(command)
    if items is None or command.action.paging is None:
        raise RequestInvalid("--all", f"{command.action.name} has no pagination")
    pager = _pager(client, command, options)
    write_items(_rows(pager), columns=columns(command, items), output=options.output)
    if options.max_items is None and not pager.complete:
        print(f"warning: the listing may be incomplete: {', '.join(pager.doubts)}", file=sys.stderr)


def _rows(items: Iterator[Any]) -> Iterator[dict[str, Any]]:
    for item in items:
        yield item.to_dict() if hasattr(item, "to_dict") else {"Value": item}


def _print_result(result: Any, command: ApiCommand, options: argparse.Namespace) -> None:
    """Print a method's result; the items of one page get the same header as with `--all`, even when there are none."""
    from .output import LINE_CONTROLS, escape_controls, write_items, write_object

    if command.action.stream is not None and not hasattr(result, "to_dict"):
        from .events import print_events

        print_events(result, [field.wire for field in model(command, f"{command.action.name}Response").FIELDS], options.output)
        return
    if command.is_handwritten:
        _print_log(result)
        text = getattr(result, "text", result)
        print(escape_controls(text, LINE_CONTROLS) if sys.stdout.isatty() else text)
        return
    items = None if options.output == "json" else items_field(command)
    if items is None:
        write_object(result.to_dict(), output=options.output)
        return
    found = items_of(command, items, result)
    write_items(_rows(iter(found if isinstance(found, list) else [])), columns=columns(command, items), output=options.output)


def _print_log(run: Any) -> None:
    """Print the log of an invocation (`--log`) on standard error."""
    from .output import LINE_CONTROLS, escape_controls

    if log := getattr(run, "log", ""):
        print(escape_controls(log, LINE_CONTROLS), file=sys.stderr)


def _print_raw_response(content: dict[str, Any], options: argparse.Namespace) -> None:
    """Print a response without a model: as JSON, else its only list as rows, else one row per field."""
    from .output import write_items, write_object

    lists = [value for value in content.values() if isinstance(value, list) and value and all(isinstance(item, dict) for item in value)]
    if options.output == "json" or len(lists) != 1:
        write_object(content, output=options.output)
        return
    names = list(dict.fromkeys(name for item in lists[0] for name in item))
    write_items(lists[0], columns=names, output=options.output)


def _explain(options: argparse.Namespace, command: ApiCommand | None) -> None:
    from .explain import CapturingTransport, capture_request, explain_request, local_credentials

    credentials, source = local_credentials(options.profile)
    client = _client(options, credentials=credentials, transport=CapturingTransport(), throttle=None, retry=None)
    paged = bool(getattr(options, "all", False))
    action = _action(client, command, options)
    check_region(client.region, action)
    if command is None:
        request = capture_request(lambda: client.call(options.action, options.parameters.value))
    else:
        pager = _pager(client, command, options) if paged else None
        request = capture_request(_call(client, command, options) if pager is None else lambda: list(islice(pager, 1)))
    for line in explain_request(request, action, credentials, source, paged=paged):
        print(line)


def _report(error: TencentkitError, options: argparse.Namespace | None) -> int:
    """Print an error, with the last state of a failed wait, the log of a failed function and the cursor of a listing."""
    from .output import LINE_CONTROLS, escape_controls, write_object

    if isinstance(error, WaiterFailed) and error.result is not None and options is not None:
        write_object(error.result.to_dict(), output=options.output)
        _flush()
    text = str(error) if options is None else message(error, options, _command(options))
    print(f"error: {type(error).__name__}: {escape_controls(text, LINE_CONTROLS)}", file=sys.stderr)
    if is_function_error(error):
        _print_log(error.run)  # type: ignore[attr-defined]  # of FunctionError
    if error.cursor is not None:
        print(f"resume cursor: {error.cursor}", file=sys.stderr)
    if error.maybe_executed and not is_function_error(error):
        print(f"warning: the request may have been executed; {_repetition(error, options)}", file=sys.stderr)
    elif error.retryable:
        print("the same command may succeed later", file=sys.stderr)
    return exit_code(error)


def _repetition(error: TencentkitError, options: argparse.Namespace | None) -> str:
    """Return how to repeat a command whose request may have been executed."""
    command = None if options is None else _command(options)
    if error.client_token is None or command is None:
        return "check its effect before you repeat it"
    option = next(flag(field.name) for field in command.fields if field.wire == command.action.client_token)
    return f"repeat it with {option} {error.client_token}"


def _report_unexpected(error: Exception) -> int:
    """Print an error that is not the library's: one line, the place for the bug report."""
    from .output import LINE_CONTROLS, escape_controls

    if isinstance(error, OSError | UnicodeEncodeError):
        _discard_output()
        text, code = f"the output cannot be written: {error.strerror if isinstance(error, OSError) else error}", NOT_WRITTEN
    else:
        text, code = f"unexpected {type(error).__name__}: {error}; please report it", INTERNAL
    print(f"error: {escape_controls(text, LINE_CONTROLS)}", file=sys.stderr)
    return code
