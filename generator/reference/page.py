"""Reference page of an action, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..emit.document import reference
from ..emit.field_description import field_description
from ..naming import attribute_name, class_name, method_name, waiter_method_name
from .example import example_of, field_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..emit.document import OpenApiDocument

_TYPES = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "object": "dict"}
_BODIES = {"form": "a form with files", "octets": "a body of octets"}


def page_name(action: str) -> str:
    """Return the file name of the page of an action."""
    return f"{method_name(action)}.md"


def summary_of(operation: dict[str, Any]) -> str:
    """Return the summary of an action, or its name if the sources have none."""
    return str(operation.get("summary") or operation.get("description") or operation["operationId"]).strip()


def page_of(document: OpenApiDocument, operation: dict[str, Any], *, guides: str = "../guides", module: str | None = None) -> str:
    """Return the page of an action.

    Args:
        document: Spec of the product.
        operation: Operation of the action.
        guides: Relative address of the folder of the guides.
        module: Module of the client; `None` for the package of the product.
    """
    action = str(operation["operationId"])
    parts = [
        f"# {method_name(action)}",
        _prose(summary_of(operation)),
        *([_prose(operation["description"])] if operation.get("description") else []),
        _facts(operation, guides),
        _example(document, operation, module),
        "## Parameters",
        _table(document, document.schemas[f"{action}Request"], "No parameters."),
        f"Region, time limits and other options of a call go to `with_options`: see [call options]({guides}/calls.md#call-options).",
        "## Result",
        _result(operation, guides),
        _table(document, document.schemas[f"{action}Response"], "No fields."),
        *_types(document, action),
        "## Errors",
        _errors(operation, guides),
        _source(operation),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def index_of(document: OpenApiDocument) -> str:
    """Return the page with the list of all actions."""
    rows = [
        f"| [`{method_name(name)}`]({page_name(name)}) | {_cell(summary_of(operation))} | {_limit(operation)} | {_kind(operation)} |"
        for operation in document.operations
        for name in [str(operation["operationId"])]
    ]
    return "\n".join(
        [
            f"# Actions of {document.service} {document.version}",
            "",
            f"All {len(rows)} actions of the spec. Each page has a tested example, sync and async.",
            "",
            "| Method | Purpose | Requests per second | Kind |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _facts(operation: dict[str, Any], guides: str) -> str:
    method = method_name(str(operation["operationId"]))
    region = operation.get("x-tc-region")
    reads = bool(operation.get("x-tc-read-only"))
    rows = [
        ("Action", f"`{operation['operationId']}`, API version {operation['x-tc-version']}"),
        ("Published rate limit", f"{_limit(operation)} requests per second" if "x-tc-rate-limit" in operation else "not known"),
        ("Kind", f"{_kind(operation)}{_origin(operation, 'x-tc-secret-read' if operation.get('x-tc-secret-read') else 'x-tc-read-only')}"),
        ("Retries", _retries(operation)),
        (
            "Region",
            "not known"
            if region is None
            else ("required" if region["required"] else "optional") + (f"; only {', '.join(region['only'])}" if region["only"] else ""),
        ),
    ]
    if paging := operation.get("x-tc-pagination"):
        maximum = f"; at most {paging['maximum']} a page" if "maximum" in paging else "; largest page not known"
        origin = _origin(operation, "x-tc-pagination")
        rows.append(("Pagination", f"`paginate(client.{method}, …)`{maximum}{origin}, see [pagination]({guides}/paging.md)"))
    elif reason := operation.get("x-tc-unpaged"):
        rows.append(("Pagination", f"not known: {_cell(str(reason))}"))
    stream = operation.get("x-tc-stream")
    if stream is not None:
        switch = stream.get("switch")
        when = f"with `{attribute_name(switch)}=True`" if switch else "always"
        rows.append(("Stream", f"{when}{_origin(operation, 'x-tc-stream')}, see [streaming]({guides}/streaming.md)"))
    if (body := operation.get("x-tc-body", "json")) != "json":
        rows.append(("Body", f"not supported: the service requires {_BODIES.get(body, body)}, which the client cannot send"))
    rows += [
        ("Waiter", f"`{waiter_method_name(str(waiter['name']))}`, see [waiting]({guides}/waiting.md)")
        for waiter in operation.get("x-tc-waiters", [])
    ]
    if reads and (stream is None or stream.get("switch")):
        rows.append(("Waiting", f"`wait(client.{method}, until=…, …)`, see [waiting]({guides}/waiting.md#any-other-action)"))
    return "\n".join(["| Property | Value |", "|---|---|", *(f"| {name} | {text} |" for name, text in rows)])


def _origin(operation: dict[str, Any], fact: str) -> str:
    """Return a remark for a fact that a rule inferred."""
    rule = operation.get("x-tc-inferred", {}).get(fact)
    return "" if rule is None else f" (inferred: {_cell(str(rule))})"


def _result(operation: dict[str, Any], guides: str) -> str:
    model = class_name(f"{operation['operationId']}Response")
    text = f"A `models.{model}`, with metadata of the call in `.meta` and unknown fields in `.extra`."
    stream = operation.get("x-tc-stream")
    if stream is None:
        return text
    events = (
        f"a `Stream[models.{model}]` (`AsyncStream` of an `AsyncClient`), see [streaming]({guides}/streaming.md). "
        "The fields are those of an event."
    )
    if switch := stream.get("switch"):
        return f"{text}\n\nWith `{attribute_name(switch)}=True`, {events}"
    return events[0].upper() + events[1:]


def _limit(operation: dict[str, Any]) -> str:
    return str(operation.get("x-tc-rate-limit", "not known"))


def _kind(operation: dict[str, Any]) -> str:
    if "x-tc-read-only" not in operation:
        return "not known, treated as a write"
    if not operation["x-tc-read-only"]:
        return "writes"
    return "reads secrets" if operation.get("x-tc-secret-read") else "read-only"


def _retries(operation: dict[str, Any]) -> str:
    if operation.get("x-tc-read-only"):
        return "retried after any transport failure"
    if token := operation.get("x-tc-client-token"):
        return f"retried after any transport failure, with one `{token}` for all attempts"
    return "retried only if the service cannot have executed it"


def _example(document: OpenApiDocument, operation: dict[str, Any], module: str | None) -> str:
    example = example_of(document, operation, module)
    tabs = [("Sync", example.sync), ("Async", example.asynchronous)]
    parts = ["## Example"]
    if example.title:
        parts.append(_prose(example.title) + ":")
    parts += [f'=== "{name}"\n\n' + _shifted(f"```python\n{code}```") for name, code in tabs]
    if example.response is not None:
        parts.append('??? example "Documented response"\n\n' + _shifted(f"```json\n{example.response_text}\n```"))
    return "\n\n".join(parts)


def _shifted(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


def _types(document: OpenApiDocument, action: str) -> Iterator[str]:
    """Yield a table for each type in the request or response."""
    seen: list[str] = []
    queue = [f"{action}Request", f"{action}Response"]
    while queue:
        for target in _targets(document.schemas[queue.pop(0)]):
            if target not in seen:
                seen.append(target)
                queue.append(target)
    for name in seen:
        yield f"### {class_name(name)} {{: #{name.lower()} }}"
        yield _prose(str(document.schemas[name].get("description", "")))
        yield _table(document, document.schemas[name], "No documented fields.")


def _targets(schema: dict[str, Any]) -> Iterator[str]:
    for value in schema.get("properties", {}).values():
        target = reference(value) or reference(value.get("items", {}))
        if target is not None:
            yield target


def _table(document: OpenApiDocument, schema: dict[str, Any], empty: str) -> str:
    required = set(schema.get("required", []))
    rows = [
        f"| `{field_name(wire, facts)}` | `{wire}` | {_type(document, facts)} | {'yes' * (wire in required)} | {_description(facts)} |"
        for wire, facts in schema.get("properties", {}).items()
    ]
    if not rows:
        return empty
    return "\n".join(["| Name | Wire name | Type | Required | Description |", "|---|---|---|---|---|", *rows])


def _type(document: OpenApiDocument, schema: dict[str, Any]) -> str:
    target = reference(schema)
    if target is not None:
        return f"[{class_name(target)}](#{target.lower()})" if target in document.schemas else target
    if schema.get("type") == "array":
        return f"list of {_type(document, schema['items'])}"
    return f"`{_TYPES.get(str(schema.get('type')), 'Any')}`"


def _errors(operation: dict[str, Any], guides: str) -> str:
    errors = operation.get("x-tc-errors", [])
    if not errors:
        return f"Not known: the sources list no codes of this action. [Common codes]({guides}/errors.md) can occur."
    rows = [
        f"| `{error['code']}` | `{str(error['code']).partition('.')[0]}` | {_cell(str(error.get('description', '')))} |" for error in errors
    ]
    return "\n".join(["| Code | Class | Meaning |", "|---|---|---|", *rows])


def _source(operation: dict[str, Any]) -> str:
    sources = [
        f"{source['title']}" + (f", updated {source['updated']}" if source.get("updated") else "")
        for source in operation.get("x-tc-source", [])
    ]
    return f"<small>Generated from: {_prose('; '.join(sources))}.</small>" if sources else ""


def _prose(text: str) -> str:
    """Escape plain text of the spec for Markdown."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("*", "\\*").replace("](", "]&#40;").strip()


def _cell(text: str) -> str:
    return " ".join(_prose(text).replace("|", "\\|").split())


def _description(facts: dict[str, Any]) -> str:
    hidden = " Secret: no repr shows the value." if facts.get("x-tc-secret", facts.get("items", {}).get("x-tc-secret")) else ""
    return _cell(field_description(facts) + hidden)
