"""One page for one action: what a caller has to know of it, in the order in which it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.emit.document import reference
from generator.naming import argument_name, attribute_name, class_name, method_name, waiter_method_name
from generator.reference.example import example_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.emit.document import Document

_TYPES = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "object": "dict"}


def page_name(action: str) -> str:
    """The file of an action's page, below the reference."""
    return f"{method_name(action)}.md"


def summary_of(operation: dict[str, Any]) -> str:
    """One line on what an action does; its name where no source says it."""
    return str(operation.get("summary") or operation.get("description") or operation["operationId"]).strip()


def page_of(document: Document, operation: dict[str, Any]) -> str:
    """The Markdown of an action's page."""
    action = str(operation["operationId"])
    parts = [
        f"# {method_name(action)}",
        summary_of(operation),
        *([_prose(operation["description"])] if operation.get("description") else []),
        _facts(operation),
        _example(document, operation),
        "## Parameters",
        _table(document, document.schemas[f"{action}Request"], argument_name, "It takes none."),
        "Every call also takes `region`, `timeout`, `deadline` and `headers`, for itself alone: see [one call](../guides/calls.md).",
        "## Result",
        f"A `models.{class_name(f'{action}Response')}`, with `.meta` of the call and `.extra` for what this version does not know.",
        _table(document, document.schemas[f"{action}Response"], attribute_name, "It holds nothing."),
        *_types(document, action),
        "## Errors",
        _errors(operation),
        _source(operation),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def index_of(document: Document) -> str:
    """The Markdown of the page that lists all actions."""
    rows = [
        f"| [`{method_name(name)}`]({page_name(name)}) | {_cell(summary_of(operation))} | {_limit(operation)} | {_kind(operation)} |"
        for operation in document.operations
        for name in [str(operation["operationId"])]
    ]
    return "\n".join(
        [
            f"# Actions of {document.service} {document.version}",
            "",
            f"All {len(rows)} actions, made from the spec when this site was built. Each page has an example that runs, sync and async.",
            "",
            "| method | does | a second | |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _facts(operation: dict[str, Any]) -> str:
    region = operation.get("x-tc-region", {})
    rows = [
        ("on the wire", f"`{operation['operationId']}`, version {operation['x-tc-version']}"),
        ("published rate limit", f"{_limit(operation)} requests a second" if "x-tc-rate-limit" in operation else "none is published"),
        ("after a failure", f"{_kind(operation)}: {_repeated(operation)}"),
        (
            "region",
            ("needed" if region.get("required") else "not needed") + (f"; only {', '.join(region['only'])}" if region.get("only") else ""),
        ),
    ]
    if paging := operation.get("x-tc-pagination"):
        method = method_name(str(operation["operationId"]))
        most = f"; at most {paging['maximum']} a page" if "maximum" in paging else ""
        rows.append(("pages", f"every item: `paginate(client.{method}, …)`{most}, see [paging](../guides/paging.md)"))
    rows += [
        ("waiter", f"`{waiter_method_name(str(waiter['name']))}`, see [waiting](../guides/waiting.md)")
        for waiter in operation.get("x-tc-waiters", [])
    ]
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {text} |" for name, text in rows)])


def _limit(operation: dict[str, Any]) -> str:
    return str(operation.get("x-tc-rate-limit", "–"))


def _kind(operation: dict[str, Any]) -> str:
    return "reads" if operation.get("x-tc-read-only") else "writes"


def _repeated(operation: dict[str, Any]) -> str:
    if operation.get("x-tc-read-only"):
        return "repeated whatever went wrong on the way"
    return "repeated only where it cannot have run"


def _example(document: Document, operation: dict[str, Any]) -> str:
    example = example_of(document, operation)
    tabs = [("Sync", example.sync), ("Async", example.asynchronous)]
    parts = ["## Example"]
    if example.title:
        parts.append(_prose(example.title) + ":")
    parts += [f'=== "{name}"\n\n' + _shifted(f"```python\n{code}```") for name, code in tabs]
    if example.response is not None:
        parts.append('??? example "The documented answer"\n\n' + _shifted(f"```json\n{example.answer}\n```"))
    return "\n\n".join(parts)


def _shifted(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


def _types(document: Document, action: str) -> Iterator[str]:
    """A table for each type that request or response lead to."""
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
        yield _table(document, document.schemas[name], attribute_name, "It has no documented field.")


def _targets(schema: dict[str, Any]) -> Iterator[str]:
    for value in schema.get("properties", {}).values():
        target = reference(value) or reference(value.get("items", {}))
        if target is not None:
            yield target


def _table(document: Document, schema: dict[str, Any], name: Callable[[str], str], none: str) -> str:
    required = set(schema.get("required", []))
    rows = [
        f"| `{name(wire)}` | `{wire}` | {_type(document, value)} | {'yes' if wire in required else ''} | {_cell(_field(value))} |"
        for wire, value in schema.get("properties", {}).items()
    ]
    if not rows:
        return none
    return "\n".join(["| name | on the wire | type | always | |", "|---|---|---|---|---|", *rows])


def _type(document: Document, schema: dict[str, Any]) -> str:
    target = reference(schema)
    if target is not None:
        return f"[{class_name(target)}](#{target.lower()})" if target in document.schemas else target
    if schema.get("type") == "array":
        return f"list of {_type(document, schema['items'])}"
    text = f"`{_TYPES.get(str(schema.get('type')), 'Any')}`"
    return f"{text} or `None`" if schema.get("x-tc-nullable") else text


def _field(schema: dict[str, Any]) -> str:
    """What a field is, and what is documented of its values."""
    inner = schema.get("items", {})
    said = [str(schema.get("description", "")).strip()]
    if schema.get("deprecated"):
        said.append("Deprecated.")
    if "x-tc-default" in schema:
        said.append(f"Default: `{schema['x-tc-default']}`.")
    for key, words in (("minimum", "At least"), ("maximum", "At most")):
        if key in schema:
            said.append(f"{words} {schema[key]}.")
    if known := schema.get("x-tc-known-values") or inner.get("x-tc-known-values"):
        said.append("Known values: " + ", ".join(f"`{value}`" for value in known) + ".")
    return " ".join(text for text in said if text)


def _errors(operation: dict[str, Any]) -> str:
    errors = operation.get("x-tc-errors", [])
    if not errors:
        return "The sources list none of its own; any of the [common ones](../guides/errors.md) may come."
    rows = [
        f"| `{error['code']}` | `{str(error['code']).partition('.')[0]}` | {_cell(str(error.get('description', '')))} |" for error in errors
    ]
    return "\n".join(["| code | class | |", "|---|---|---|", *rows])


def _source(operation: dict[str, Any]) -> str:
    sources = [
        f"{source['title']}" + (f", updated {source['updated']}" if source.get("updated") else "")
        for source in operation.get("x-tc-source", [])
    ]
    return f"<small>Made from: {_prose('; '.join(sources))}.</small>" if sources else ""


def _prose(text: str) -> str:
    """Text of the spec, which is no Markdown."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("*", "\\*").strip()


def _cell(text: str) -> str:
    return " ".join(_prose(text).replace("|", "\\|").split())
