"""The documented example of an action, as the call that a reader would write."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.emit.document import reference
from generator.naming import argument_name, attribute_name, method_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.emit.document import Document

_WIDTH = 100
_NEVER = 1_000_000
_REGION = "ap-guangzhou"
_PLACEHOLDERS: dict[str, Any] = {"string": "…", "integer": 1, "number": 1.0, "boolean": True}


class Example(NamedTuple):
    """An example with its two programs; each puts the result into `result`."""

    action: str
    title: str
    request: dict[str, Any]
    """Parameters by wire names."""
    response: dict[str, Any] | None
    """The documented answer, its envelope included; `None` where there is none."""
    sync: str
    asynchronous: str

    @property
    def answer(self) -> str:
        """The documented answer for people; empty where there is none."""
        return "" if self.response is None else json.dumps(self.response, ensure_ascii=False, indent=2)


def example_of(document: Document, operation: dict[str, Any]) -> Example:
    """The first example of an action; one made of its required parameters where the sources have none."""
    action = str(operation["operationId"])
    body = operation["requestBody"]["content"]["application/json"]
    answers = operation["responses"]["200"]["content"]["application/json"].get("examples", {})
    found = next(iter(body.get("examples", {}).items()), None)
    schema = document.schemas[f"{action}Request"]
    if found is None:
        name, request, title = "", _required(document, schema), ""
    else:
        name, request, title = found[0], found[1]["value"], found[1].get("summary", "")
    answer = answers.get(name) or next(iter(answers.values()), None)
    arguments = dict(_arguments(document, schema, request))
    call = _call(method_name(action), arguments)
    client = document.service
    return Example(
        action=action,
        title=title,
        request=request,
        response=None if answer is None else answer["value"],
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


def _required(document: Document, schema: dict[str, Any]) -> dict[str, Any]:
    """A value for each parameter that must be given."""
    return {name: _placeholder(document, schema["properties"][name]) for name in schema.get("required", [])}


def _placeholder(document: Document, schema: dict[str, Any]) -> Any:
    target = reference(schema)
    if target is not None:
        return _required(document, document.schemas[target])
    if schema.get("type") == "array":
        return [_placeholder(document, schema["items"])]
    known = schema.get("x-tc-known-values")
    return known[0] if known else _PLACEHOLDERS.get(str(schema.get("type")), "…")


def _arguments(document: Document, schema: dict[str, Any], value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for wire, item in value.items():
        yield argument_name(wire), _python(document, schema.get("properties", {}).get(wire, {}), item)


def _python(document: Document, schema: dict[str, Any], value: Any) -> Any:
    """A value with the library's names; what no schema knows stays as it stands."""
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
    given = [f"{name}={_literal(value, len(name) + 18)}" for name, value in arguments.items()]
    line = f"{method}({', '.join(given)})"
    if len(line) <= _WIDTH - 30 and "\n" not in line:
        return line
    return f"{method}(\n" + "".join(_indent(f"{each},") for each in given) + ")"


def _literal(value: Any, column: int) -> str:
    """A value as Python source, on one line where it fits behind `column`."""
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
