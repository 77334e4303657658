"""Docstrings of the methods that send an action, page through it, or wait for it."""

from __future__ import annotations

from .. import naming
from .action import ActionView, WaiterView
from .docstring import Line, inline, prose, sentence
from .explanation import explanation

_CALL_ARGUMENTS = (
    ("region", "Region of this call; otherwise the client's."),
    ("timeout", "Seconds for each connect, read and write; `None`: no limit; otherwise the client's."),
    ("deadline", "Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's."),
    ("headers", "Headers to send with this call."),
)


def class_docstring(title: str, home: str, *, aio: bool) -> list[Line]:
    """The docstring of the class that has all methods."""
    client = "AsyncClient" if aio else "Client"
    return [
        Line(f"Every action of {title} as a method; `{home}.{client}` is what sends them."),
        Line(""),
        Line("All arguments are keyword-only. An argument that is left out is not sent: the service's default holds."),
    ]


def call_docstring(action: ActionView) -> list[Line]:
    """The docstring of its method."""
    lines = _headline(action)
    lines += [Line(""), Line("Args:"), *_arguments(action), *_call_arguments(action)]
    lines += [Line(""), *_raises(action), *_sources(action)]
    return lines


def paginate_docstring(action: ActionView) -> list[Line]:
    """The docstring of `paginate` for this action."""
    lines = prose(f"Iterate over every item of `{action.method}`, page after page; `.pages()` gives the responses.")
    lines += [Line(""), Line("Args:"), *_entries([("method", f"The client's `{action.method}`.")]), *_arguments(action)]
    lines += _call_arguments(action)
    lines += _entries(
        [
            ("max_items", "Stop after so many items; `None`: at the end of the listing."),
            ("start", "The `cursor` of an equal listing, to go on from there."),
            ("prefetch", "How many pages to fetch ahead, through the same throttle; 0: each when it is needed."),
            ("plain", "Walk by offset alone, as single calls would: no closed window, no check, no item dropped that came twice."),
            ("progress", "Show a bar on standard error where that is a terminal; needs the extra `progress`."),
        ]
    )
    return lines


def waiter_docstring(action: ActionView, waiter: WaiterView) -> list[Line]:
    """The docstring of a waiter's method."""
    lines = prose(f"Poll `{action.method}` until: {' '.join(naming.words(waiter.name))}. Returns the last response.")
    lines += [Line(""), Line("Args:"), *_arguments(action)]
    lines += _entries(
        [
            ("timeout", "Seconds to wait in total."),
            (
                "on_progress",
                "Called with each response, the last one included; awaited if async (`AsyncClient` only); what it raises ends the wait.",
            ),
            ("region", "Region of the calls; otherwise the client's."),
            ("headers", "Headers to send with each call."),
        ]
    )
    lines += [Line(""), Line("Raises:")]
    lines += _entries(
        [
            ("WaiterFailed", "It ended otherwise than was waited for."),
            ("WaiterTimeout", "It had not ended when the time was up."),
            ("ApiError", f"As `{action.method}`."),
        ]
    )
    return lines


def _headline(action: ActionView) -> list[Line]:
    summary = sentence(inline(action.operation.get("summary")))
    description = prose(action.operation.get("description"))
    if not summary:
        lines = description or [Line(f"Call {action.name}.")]
    elif description and sentence(" ".join(line.text for line in description)) != summary:
        lines = [Line(summary), Line(""), *description]
    else:
        lines = [Line(summary)]
    if action.operation.get("x-tc-offline"):
        lines += [Line(""), Line("Offline: the vendor no longer serves it.")]
    elif action.deprecated is not None:
        lines += [Line(""), Line(inline(f"`{action.method}` {action.deprecated.removeprefix(f'{action.method} ')}"))]
    if any(field.items.get("x-tc-type") == "Binary" for field in action.request.fields):
        # Two of all products' 16,204 actions: a second way to sign and to send would be for them alone.
        lines += [
            Line(""),
            Line("Not supported: the service takes this action as a form with files, and refuses the JSON sent here."),
        ]
    if action.rate_limit is not None:
        lines += [Line(""), Line(f"Published rate limit: {action.rate_limit} requests a second.")]
    if action.regions:
        lines += [Line(""), Line(f"Served only in {', '.join(map(inline, action.regions))}.")]
    return lines


def _arguments(action: ActionView) -> list[Line]:
    return _entries([(field.name, explanation(field) or f"`{field.wire}`.") for field in action.request.fields])


def _call_arguments(action: ActionView) -> list[Line]:
    """Where the action has a parameter of such a name, it stands beside with an underscore: no type tells one from the other."""
    own = {field.name for field in action.request.fields}
    other = {name: f"Of this call, not `{name}_`: {text[0].lower()}{text[1:]}" for name, text in _CALL_ARGUMENTS if f"{name}_" in own}
    return _entries([(name, other.get(name, text)) for name, text in _CALL_ARGUMENTS])


def _raises(action: ActionView) -> list[Line]:
    errors = action.operation.get("x-tc-errors", ())
    lines = [Line("Raises:"), *_entries([("RequestInvalid", "An argument is missing or has the wrong type.")])]
    lines += _entries([("ApiError", "The service refused. Documented codes:" if errors else "The service refused.")])
    for error in errors:
        explanation = sentence(inline(error.get("description")))
        code = f"- `{inline(error['code'])}`"
        lines.append(Line(f"{code}: {explanation}" if explanation else code, indent=8, hanging=2))
    lines += _entries([("TencentkitError", "The call failed on the way.")])
    return lines


def _sources(action: ActionView) -> list[Line]:
    lines: list[Line] = []
    for source in action.operation.get("x-tc-source", ()):
        kind = {"page": "documentation page", "definitions": "vendor's definitions"}.get(source["kind"], source["kind"])
        updated = f", updated {source['updated']}" if source.get("updated") else ""
        lines.append(Line(inline(f"Source: {kind} {source.get('title') or action.name}{updated}."), hanging=4))
    return [Line(""), *lines] if lines else []


def _entries(rows: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> list[Line]:
    return [Line(f"{name}: {text}", indent=4, hanging=4) for name, text in rows]
