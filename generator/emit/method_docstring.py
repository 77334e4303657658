"""Docstrings of generated methods: calls, pagination and waiters."""

from __future__ import annotations

from .action import ActionView, WaiterView
from .docstring import DocstringLine, inline, prose, sentence
from .field_description import argument_description, names_description


def class_docstring(title: str, home: str, *, aio: bool) -> list[DocstringLine]:
    """Return the docstring of the class with all methods."""
    client = "AsyncClient" if aio else "Client"
    return [
        DocstringLine(f"Methods for all actions of {title}. `{home}.{client}` implements the calls."),
        *_paragraph(
            "All arguments are keyword-only. The client does not send an argument that is not set; the service then uses its default."
        ),
        *_paragraph("Every argument is a parameter of the API. Options of a call, such as a region or a time limit, go to `with_options`."),
    ]


def call_docstring(action: ActionView) -> list[DocstringLine]:
    """Return the docstring of the method for one call."""
    lines = _headline(action)
    if action.request.fields:
        lines += [*_paragraph("Args:"), *_arguments(action)]
    lines += [*_returns(action), DocstringLine(""), *_raises(action), *_sources(action)]
    return lines


def paginate_docstring(action: ActionView) -> list[DocstringLine]:
    """Return the docstring of `paginate` for this action."""
    lines = prose(f"Iterate over the items of all pages of `{action.method}`. `.pages()` iterates over the responses.")
    lines += [
        *_paragraph("Args:"),
        *_entries([(action.method_argument, f"Method `{action.method}` of the client.")]),
        *_arguments(action, "paginate"),
    ]
    lines += _own_keywords(
        action,
        "paginate",
        [
            ("max_items", "Maximum number of items; `None` for all items."),
            ("start", "Resume point: the `cursor` of an equal listing."),
            ("prefetch", "Number of pages to fetch ahead, within the same rate limit; 0 fetches each page on demand."),
            ("plain", "Use offsets only: no time windows, no completeness checks, no removal of duplicates."),
            ("progress", "Show a progress bar on standard error if it is a terminal. Requires the extra `progress`."),
        ],
    )
    return lines


def waiter_docstring(action: ActionView, waiter: WaiterView) -> list[DocstringLine]:
    """Return the docstring of a waiter method."""
    lines = prose(f"Poll `{action.method}` until the waiter `{waiter.name}` succeeds. Return the last response.")
    lines += [*_paragraph("Args:"), *_arguments(action, "wait")]
    lines += _own_keywords(
        action,
        "wait",
        [
            ("timeout", "Maximum duration of the wait, in seconds."),
            (
                "on_progress",
                "Callback for each response, including the last. `AsyncClient` awaits an async callback. Its exceptions end the wait.",
            ),
        ],
    )
    lines += [*_paragraph("Raises:")]
    lines += _entries(
        [
            ("WaiterFailed", "The wait ended in a failure state."),
            ("WaiterTimeout", "The wait timed out before a final state."),
            ("ApiError", f"`{action.method}` failed with an error code of the service."),
        ]
    )
    return lines


def _headline(action: ActionView) -> list[DocstringLine]:
    summary = sentence(inline(action.operation.get("summary")))
    description = prose(action.operation.get("description"))
    if not summary:
        lines = description or [DocstringLine(f"Call {action.name}.")]
    elif description and sentence(" ".join(line.text for line in description)) != summary:
        lines = [DocstringLine(summary), DocstringLine(""), *description]
    else:
        lines = [DocstringLine(summary)]
    if action.operation.get("x-tc-offline"):
        lines += [*_paragraph("Offline: the vendor has shut down this action.")]
    elif action.deprecated is not None:
        lines += [*_paragraph(inline(f"`{action.method}` {action.deprecated.removeprefix(f'{action.method} ')}"))]
    if action.body != "json":
        body = "a form with files" if action.body == "form" else "a body of octets"
        lines += [*_paragraph(f"Not supported: the service requires {body}, which this client cannot send.")]
    lines += _paragraph(_safety(action))
    if action.rate_limit is not None:
        lines += [*_paragraph(f"Published rate limit: {action.rate_limit} requests per second.")]
    if action.regions:
        lines += [*_paragraph(f"Available only in {', '.join(map(inline, action.regions))}.")]
    return lines


def _safety(action: ActionView) -> str:
    """Return the sentence about a repetition of the call."""
    if action.secret_read:
        return "Read-only, and the response holds secrets: the client repeats it after transient failures."
    if action.read_only:
        return "Read-only: the client repeats it after transient failures."
    if action.client_token is not None:
        return f"Writes: the client repeats it after transient failures with the same `{inline(action.client_token)}`."
    return "Writes: the client repeats it only after failures that the service cannot have executed."


def _arguments(action: ActionView, helper: str | None = None) -> list[DocstringLine]:
    """Return the entries of the parameters, by their names in the method, or in `paginate` or a waiter."""
    rows = []
    for field in action.request.fields:
        name = field.name if helper is None else action.parameter(helper, field.name)
        rows.append((name, argument_description(field)))
    return _entries(rows)


def _own_keywords(action: ActionView, helper: str, rows: list[tuple[str, str]]) -> list[DocstringLine]:
    """Return the entries of the own keywords. Where the action has a parameter of that name, the entry states the difference."""
    entries = []
    for name, text in rows:
        keyword = action.keyword(helper, name)
        other = f" Not the parameter `{action.parameter(helper, name)}`." if keyword != name else ""
        entries.append((keyword, f"{text}{other}"))
    return _entries(entries)


def _returns(action: ActionView) -> list[DocstringLine]:
    """Return the section with the attributes of the response, unless the vendor's text describes them."""
    fields = [field for field in action.response.fields if field.wire != "RequestId"]
    if not fields or any(field.facts.get("description") for field in fields):
        return []
    names = names_description([field.name for field in fields], 8)
    return [DocstringLine(""), DocstringLine("Returns:"), DocstringLine(f"Response with {names}.", indent=4, hanging=4)]


def _raises(action: ActionView) -> list[DocstringLine]:
    errors = action.operation.get("x-tc-errors", ())
    lines = [DocstringLine("Raises:"), *_entries([("RequestInvalid", "An argument is missing, unknown or of the wrong type.")])]
    lines += _entries([("ApiError", "The service returned an error. Documented codes:" if errors else "The service returned an error.")])
    for error in errors:
        meaning = sentence(inline(error.get("description")))
        code = f"- `{inline(error['code'])}`"
        lines.append(DocstringLine(f"{code}: {meaning}" if meaning else code, indent=8, hanging=2))
    lines += _entries([("TencentkitError", "The call failed without a response of the service, for example timed out.")])
    return lines


def _sources(action: ActionView) -> list[DocstringLine]:
    lines: list[DocstringLine] = []
    # Definitions are the same files for all actions.
    pages = [source for source in action.operation.get("x-tc-source", ()) if source["kind"] != "definitions"]
    for source in pages:
        kind = {"page": "documentation page"}.get(source["kind"], source["kind"])
        updated = f", updated {source['updated']}" if source.get("updated") else ""
        lines.append(DocstringLine(inline(f"Source: {kind} {source.get('title') or action.name}{updated}."), hanging=4))
    return [DocstringLine(""), *lines] if lines else []


def _paragraph(text: str) -> list[DocstringLine]:
    return [DocstringLine(""), DocstringLine(text)]


def _entries(rows: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> list[DocstringLine]:
    return [DocstringLine(f"{name}: {text}", indent=4, hanging=4) for name, text in rows]
