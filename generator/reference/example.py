"""Documented example of an action as a sync and an async program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from ..emit.document import reference
from ..naming import attribute_name, method_name, package_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..emit.document import OpenApiDocument

_WIDTH = 100
_NEVER = 1_000_000
_OF_THE_CORE = frozenset({"scf"})
"""Products in the wheel of tencentkit, which keep their name; a wheel of their own would get another one."""
_REGION = "ap-guangzhou"
_PLACEHOLDERS: dict[str, Any] = {"string": "…", "integer": 1, "number": 1.0, "boolean": True}


class CallExample(NamedTuple):
    """Example with a sync and an async program. Each assigns the response to `result`."""

    action: str
    title: str
    request: dict[str, Any]
    """Parameters by wire names."""
    response: dict[str, Any] | None
    """Documented response with its envelope; `None` if the sources have none."""
    sync: str
    asynchronous: str

    @property
    def response_text(self) -> str:
        """Documented response as formatted JSON; empty if the sources have none."""
        return "" if self.response is None else json.dumps(self.response, ensure_ascii=False, indent=2)


def example_of(document: OpenApiDocument, operation: dict[str, Any]) -> CallExample:
    """Return the first example of an action, or an example with its required parameters if the sources have none."""
    action = str(operation["operationId"])
    body = operation["requestBody"]["content"]["application/json"]
    responses = operation["responses"]["200"]["content"]["application/json"].get("examples", {})
    found = next(iter(body.get("examples", {}).items()), None)
    schema = document.schemas[f"{action}Request"]
    if found is None:
        name, request, title = "", _required(document, schema), ""
    else:
        name, request, title = found[0], found[1]["value"], found[1].get("summary", "")
    response = responses.get(name) or next(iter(responses.values()), None)
    arguments = dict(_arguments(document, schema, request))
    call = _call(method_name(action), arguments)
    client = document.service if document.service in _OF_THE_CORE else package_name(document.service)
    return CallExample(
        action=action,
        title=title,
        request=request,
        response=None if response is None else response["value"],
        sync=_program(
            [
                f"from tencentkit.{client} import Client",
                "",
                f'with Client(region="{_REGION}") as {client}:',
                *_indented(f"result = {client}.{call}", 1),
                "    print(result.meta.request_id)",
            ]
        ),
        asynchronous=_program(
            [
                "import asyncio",
                "",
                f"from tencentkit.{client} import AsyncClient",
                "",
                "",
                "async def main():",
                f'    async with AsyncClient(region="{_REGION}") as {client}:',
                *_indented(f"result = await {client}.{call}", 2),
                "        print(result.meta.request_id)",
                "        return result",
                "",
                "",
                "result = asyncio.run(main())",
            ]
        ),
    )


def _required(document: OpenApiDocument, schema: dict[str, Any]) -> dict[str, Any]:
    """Return a placeholder for each required parameter."""
    return {name: _placeholder(document, schema["properties"][name]) for name in schema.get("required", [])}


def _placeholder(document: OpenApiDocument, schema: dict[str, Any]) -> Any:
    target = reference(schema)
    if target is not None:
        return _required(document, document.schemas[target])
    if schema.get("type") == "array":
        return [_placeholder(document, schema["items"])]
    known = schema.get("x-tc-known-values")
    return known[0] if known else _PLACEHOLDERS.get(str(schema.get("type")), "…")


def _arguments(document: OpenApiDocument, schema: dict[str, Any], value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for wire, item in value.items():
        yield attribute_name(wire), _python(document, schema.get("properties", {}).get(wire, {}), item)


def _python(document: OpenApiDocument, schema: dict[str, Any], value: Any) -> Any:
    """Return a value with Python names; names without a schema stay unchanged."""
    target = reference(schema)
    if isinstance(value, list):
        return [_python(document, schema.get("items", {}), item) for item in value]
    if isinstance(value, dict) and target is not None:
        properties = document.schemas[target].get("properties", {})
        return {
            attribute_name(wire) if wire in properties else wire: _python(document, properties.get(wire, {}), item)
            for wire, item in value.items()
        }
    return value


def _call(method: str, arguments: dict[str, Any]) -> str:
    parts = [f"{name}={_literal(value, len(name) + 18)}" for name, value in arguments.items()]
    line = f"{method}({', '.join(parts)})"
    if len(line) <= _WIDTH - 30 and "\n" not in line:
        return line
    return f"{method}(\n" + "".join(_indent(f"{each},") for each in parts) + ")"


def _literal(value: Any, column: int) -> str:
    """Return a value as Python source, on one line if it fits after `column`."""
    if not isinstance(value, dict | list) or not value:
        return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
    names = [f"{json.dumps(name, ensure_ascii=False)}: " for name in value] if isinstance(value, dict) else [""] * len(value)
    items = list(value.values() if isinstance(value, dict) else value)
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    line = opening + ", ".join(name + _literal(item, -_NEVER) for name, item in zip(names, items, strict=True)) + closing
    if column + len(line) <= _WIDTH:
        return line
    inside = "".join(_indent(f"{name}{_literal(item, 20)},") for name, item in zip(names, items, strict=True))
    return f"{opening}\n{inside}{closing}"


def _indent(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


def _indented(text: str, levels: int) -> list[str]:
    return [("    " * levels + line).rstrip() for line in text.splitlines()]


def _program(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"
