"""Facts of a spec document: product, actions and (through `schemas`) types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..spec.document import SCHEMAS, Document
from ..spec.inferred import INFERRED
from ..spec.observations import documented_form
from ..spec.problems import Problem, SpecRefused
from .directions import directions_of
from .facts import Fact, FactSheet, canonical, title_of
from .schemas import read_schema, use_of
from .strict_reader import StrictReader


def read_specification(document: Document, file: str) -> FactSheet:
    """Return all facts of an `openapi.json` or `transcribed.json`. Raises `SpecRefused` for a document that violates spec.md.

    An unknown key becomes a fact, so that its changes are reported.
    """
    try:
        return _read(documented_form(document), file)
    except RecursionError:
        raise SpecRefused(file, [Problem("", "is nested too deeply")]) from None


def _read(document: Document, file: str) -> FactSheet:
    sheet = FactSheet(title_of(document))
    root = StrictReader(file, document, "#")
    if not isinstance(document.get("paths"), dict) or not str(document.get("openapi", "")).startswith("3.1."):
        raise SpecRefused(file, [Problem("", "is not an OpenAPI 3.1 document with paths")])
    info = root.node("info")
    product = Fact("product", "product", pointer="#/info/title")
    sheet.facts[product] = info.string("title") or ""
    version = info.string("version") or ""
    sheet.facts[Fact("product", "API version", pointer="#/info/version")] = version
    servers = root.anything("servers")
    root.anything("security")  # derived from x-tc-skip-sign, as those below
    sheet.facts[Fact("product", "host", pointer="#/servers")] = _host(servers)
    roots: dict[str, set[str]] = {"request": set(), "response": set()}
    for path, item in root.node("paths").nodes():
        for method, operation in item.nodes():
            _operation(sheet, operation, path.removeprefix("/") if method == "post" else f"{method} {path}", version, roots)
    components = root.node("components")
    components.anything("securitySchemes")
    schemas = components.node("schemas")
    sheet.directions = directions_of(document, roots)
    for name, schema in schemas.nodes():
        read_schema(sheet, schema, name)
        sheet.facts[Fact(name, "use", pointer=schema.pointer)] = use_of(document, name, sheet.directions[name])
    for pointer, value in root.unread():
        sheet.facts[Fact(pointer, "other", pointer=pointer)] = canonical(value)
    return sheet


def _host(servers: Any) -> str:
    match servers:
        case [{"url": str(url), **others}] if not others:
            return url
    return canonical(servers)


def _operation(sheet: FactSheet, operation: StrictReader, name: str, version: str, roots: dict[str, set[str]]) -> None:
    def state(kind: str, value: Any, item: str = "") -> None:
        if value is not None:
            sheet.facts[Fact(name, kind, item, operation.pointer)] = value

    state("action", name)
    for side in ("request", "response"):
        body = _body(operation, side)
        schema = body.node("schema")
        holder = schema if side == "request" else schema.node("properties").node("Response")
        reference = holder.string("$ref")
        if reference is not None:
            roots[side].add(reference.removeprefix(SCHEMAS))
            state(f"{side} type", reference.removeprefix(SCHEMAS))
        _examples(state, body, side)
    own = operation.string("x-tc-version")
    state("action's version", None if own == version else own)
    state("rate limit", operation.number("x-tc-rate-limit"))
    region = operation.node("x-tc-region")
    state("region required", region.flag("required"))
    state("regions", region.list_of("only", str, "regions") or [])
    _errors(state, operation)
    for name_of_fact, entry in _named(operation.list_of("x-tc-unknown", dict, "objects"), "fact"):
        # The line number changes with every edit above it.
        state("unknown", {key: value for key, value in entry.items() if key != "line"}, name_of_fact)
    for name_of_source, source in _named(operation.list_of("x-tc-source", dict, "objects"), "kind", "title"):
        state("source", source, name_of_source)
    state("read-only", operation.flag("x-tc-read-only"))
    state("secret read", operation.flag("x-tc-secret-read"))
    operation.anything("x-tc-unpaged")  # a reason for people
    state("paging", operation.take("x-tc-pagination", dict, "an object"))
    for name_of_waiter, waiter in _named(operation.list_of("x-tc-waiters", dict, "objects"), "name"):
        state("waiter", waiter, name_of_waiter)
    state("offline", operation.flag("x-tc-offline"))
    state("unsigned", operation.flag("x-tc-skip-sign"))
    state("client token", operation.string("x-tc-client-token"))
    state("body", operation.string("x-tc-body"))
    state("stream", operation.take("x-tc-stream", dict, "an object"))
    operation.anything("security")
    operation.anything(INFERRED)  # a confirmation changes nothing
    state("deprecated", operation.flag("deprecated"))
    state("text of a deprecation", operation.string("x-tc-deprecated"))
    state("summary", operation.string("summary"))
    state("description", operation.string("description"))


def _named(values: list[Any] | None, *keys: str) -> Iterator[tuple[str, Any]]:
    """Yield objects with their names; duplicates get a number."""
    seen: Counter[str] = Counter()
    for value in values or []:
        name = " ".join(str(value.get(key)) for key in keys)
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name} ({seen[name]})"), value


def _body(operation: StrictReader, side: str) -> StrictReader:
    holder = operation.node("requestBody") if side == "request" else operation.node("responses").node("200")
    return holder.node("content").node("application/json")


def _examples(state: Any, body: StrictReader, side: str) -> None:
    values, titles = {}, {}
    for name, example in body.node("examples").nodes():
        values[name] = example.anything("value")
        titles[name] = [example.string("summary") or "", example.string("description") or ""]
    state("examples", values or None, side)
    state("titles of examples", titles if any(any(title) for title in titles.values()) else None, side)


def _errors(state: Any, operation: StrictReader) -> None:
    codes: list[str] = []
    for error in operation.list_of("x-tc-errors", dict, "objects") or []:
        code = error.get("code")
        if not isinstance(code, str) or code in codes:
            operation.refuse("x-tc-errors", "must contain each code once, as a string")
        codes.append(str(code))
        state("error code", code, str(code))
        text = {key: value for key, value in error.items() if key != "code"}
        state("text of an error code", text or None, str(code))
    state("order of error codes", codes or None)
