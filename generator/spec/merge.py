"""Merge of facts from pages and definitions into one document, fact by fact.

A fact that only one source states is kept; equal facts appear once. Different values are a `Contradiction`: the merge keeps neither,
and overlay.yaml decides (`decisions`).
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from .document import SCHEMAS, Document, arranged
from .inferred import INFERRED, reconciled
from .problems import Problem
from .view import items, mapping

_TYPE: Final = ("type", "$ref", "items", "x-tc-type", "format")
_FLAGS: Final = ("deprecated", "x-tc-nullable", "x-tc-offline", "x-tc-skip-sign")
"""Flags that are either true or absent."""
_FROM_PAGE: Final = ("description", "operationId", "tags", "summary", "x-tc-unpaged")
"""Keys taken from the page: better there, or identical by construction."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A fact with different values in pages and definitions."""

    where: str
    """Pointer to the node of the fact."""
    fact: str
    """Key of the fact; `type` and `required` refer to the property."""
    page: Any
    definitions: Any

    def __str__(self) -> str:
        return f"{self.fact} is {self.page!r} on the page but {self.definitions!r} in the definitions"


def merge(pages: Document, definitions: Document) -> tuple[Document, list[Contradiction]]:
    """Return the merged document and its contradictions. Check `identity_mismatches` first."""
    merger = _Merger()
    document = copy.deepcopy(pages)
    silent = {name for name, operation in _operations(pages) if "required" in _unknown_facts(operation)}
    document["paths"] = merger.each(pages["paths"], definitions["paths"], "#/paths", _Merger.item)
    schemas, others = (mapping(side, "components", "schemas") for side in (pages, definitions))
    in_requests = _request_schemas(schemas | others, document["paths"]) - {f"{name}Request" for name in silent}

    def schema(merger: _Merger, page: Document, other: Document, where: str) -> Document:
        return merger.schema(page, other, where, in_request=where.removeprefix(SCHEMAS) in in_requests)

    document["components"]["schemas"] = merger.each(schemas, others, SCHEMAS.rstrip("/"), schema)
    return arranged(document), merger.contradictions


def identity_mismatches(pages: Document, definitions: Document) -> Iterator[Problem]:
    """Yield a problem for each difference in product or version."""
    for key in ("title", "version"):
        stated = [mapping(side, "info").get(key) for side in (pages, definitions)]
        if stated[0] != stated[1]:
            yield Problem(f"#/info/{key}", f"is {stated[0]!r} on the pages but {stated[1]!r} in the definitions")


class _Merger:
    def __init__(self) -> None:
        self.contradictions: list[Contradiction] = []

    def each(self, pages: Document, definitions: Document, where: str, both: Any) -> Document:
        """Merge two mappings: members of the pages first, in their order, then those of the definitions only."""
        result: Document = {}
        for name in [*pages, *(name for name in definitions if name not in pages)]:
            if name in pages and name in definitions:
                result[name] = both(self, pages[name], definitions[name], f"{where}/{name.replace('/', '~1')}")
            else:
                result[name] = copy.deepcopy(pages.get(name, definitions.get(name)))
        return result

    def item(self, page: Document, definitions: Document, where: str) -> Document:
        """Merge the path item of an action."""
        return {"post": self.operation(page["post"], definitions["post"], f"{where}/post")}

    def operation(self, page: Document, definitions: Document, where: str) -> Document:
        page, definitions = reconciled(page, definitions)
        result = copy.deepcopy(page)
        for key, value in definitions.items():
            if key in ("requestBody", "responses"):
                continue
            if key == "x-tc-source":
                result[key] = [*page.get(key, ()), *value]
            else:
                self.fact(result, key, value, where)
        # The definitions supply types and required flags that a damaged page table lacks.
        left = [entry for entry in items(page.get("x-tc-unknown")) if entry["fact"] != "required" and not entry["fact"].endswith(".type")]
        result.pop("x-tc-unknown", None)
        if left:
            result["x-tc-unknown"] = left
        for path in (("requestBody",), ("responses", "200")):
            self.examples(_media(result, path), _media(definitions, path))
        return result

    def examples(self, page: Document, definitions: Document) -> None:
        """Add examples of the definitions that the page does not have."""
        known = [mapping(example).get("value") for example in mapping(page, "examples").values()]
        for name, example in mapping(definitions, "examples").items():
            if mapping(example).get("value") not in known:
                shown = page.setdefault("examples", {})
                # The name pairs a request with its response.
                shown[name if name not in shown else f"{name}Definitions"] = copy.deepcopy(example)

    def schema(self, page: Document, definitions: Document, where: str, *, in_request: bool) -> Document:
        """Merge two schemas. Pages have no column "Required" for response types; there the definitions decide."""
        result = copy.deepcopy(page)
        properties, others = mapping(page, "properties"), mapping(definitions, "properties")
        result["properties"] = self.each(properties, others, f"{where}/properties", _Merger.property)
        required, other_required = items(page.get("required")), items(definitions.get("required"))
        names = []
        for name in result["properties"]:
            stated = name in required, name in other_required
            if name in properties and name in others:
                if in_request and stated[0] != stated[1]:
                    self.contradictions.append(Contradiction(f"{where}/properties/{name}", "required", *stated))
                elif stated[1]:
                    names.append(name)
            elif any(stated):
                names.append(name)
        result.pop("required", None)
        if names:
            result["required"] = names
        return result

    def property(self, page: Document, definitions: Document, where: str) -> Document:
        page, definitions = reconciled(page, definitions)
        result = copy.deepcopy(page)
        types: list[Document] = [{key: side[key] for key in _TYPE if key in side} for side in (page, definitions)]
        if not types[0] or types[0] == {"type": "array"}:
            result |= copy.deepcopy(types[1])
        elif _without_format(types[0]) != _without_format(types[1]):
            self.contradictions.append(Contradiction(where, "type", *types))
        elif "items" in result:
            result["items"] = self.property(page["items"], definitions["items"], f"{where}/items")
        elif "format" in definitions:
            result["format"] = definitions["format"]
        for key, value in definitions.items():
            if key not in _TYPE:
                self.fact(result, key, value, where)
        return result

    def fact(self, node: Document, key: str, value: Any, where: str) -> None:
        """Add one fact of the definitions to a page's node."""
        if key == INFERRED:
            node[key] = node.get(key, {}) | value
        elif key not in node or key in _FLAGS:
            node[key] = copy.deepcopy(value)
        elif key not in _FROM_PAGE and not _equal(node[key], value):
            self.contradictions.append(Contradiction(where, key, node.pop(key), value))


def _operations(document: Document) -> Iterator[tuple[str, Document]]:
    for path, item in mapping(document, "paths").items():
        yield path.removeprefix("/"), mapping(item, "post")


def _unknown_facts(operation: Document) -> set[str]:
    return {str(mapping(entry).get("fact")) for entry in items(operation.get("x-tc-unknown"))}


def _media(operation: Document, path: tuple[str, ...]) -> Document:
    return mapping(operation, *path, "content", "application/json")


def _without_format(fragment: Document) -> Document:
    """Return the type without what pages cannot state: the width of an integer. Known values are separate facts."""
    result = {key: value for key, value in fragment.items() if key != "format"}
    if "items" in result:
        result["items"] = _without_format({key: value for key, value in result["items"].items() if key in _TYPE})
    return result


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(repr, one)) == sorted(map(repr, other))
    return type(one) is type(other) and bool(one == other)


def _request_schemas(schemas: Document, paths: Document) -> set[str]:
    """Return the names of request schemas and of the schemas inside them."""
    pending = [f"{path.removeprefix('/')}Request" for path in paths]
    seen: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in seen:
            seen.add(name)
            for value in mapping(schemas.get(name), "properties").values():
                reference = mapping(value).get("$ref", mapping(value, "items").get("$ref"))
                if isinstance(reference, str):
                    pending.append(reference.removeprefix(SCHEMAS))
    return seen
