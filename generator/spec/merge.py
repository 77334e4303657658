"""The facts of pages and of the vendor's definitions -> one document, fact by fact.

What only one of the two states is taken from there; what both state alike stands once. What they state differently is taken from neither:
it is a `Contradiction`, which overlay.yaml decides (`decisions`).
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from .document import SCHEMAS, Document, arranged
from .lint.view import items, mapping
from .problems import Problem

_TYPE: Final = ("type", "$ref", "items", "x-tc-type", "format")
_EITHER: Final = ("deprecated", "x-tc-nullable", "x-tc-offline", "x-tc-skip-sign")
"""Flags that only say yes."""
_OURS: Final = ("description", "operationId", "tags", "summary")
"""What a page says better, or what is the same by construction."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A fact that the two kinds of sources state differently."""

    where: str
    """Pointer to what it is a fact of."""
    fact: str
    """Its key there; `type` and `required` are written as they would stand on the property."""
    page: Any
    definitions: Any

    def __str__(self) -> str:
        return f"{self.fact} is {self.page!r} on the page and {self.definitions!r} in the definitions"


def merge(pages: Document, definitions: Document) -> tuple[Document, list[Contradiction]]:
    """One document of both, and what they state differently. Both must be of one product version (`unlike` says whether)."""
    merger = _Merger()
    document = copy.deepcopy(pages)
    silent = {name for name, operation in _operations(pages) if "required" in _unknown_facts(operation)}
    document["paths"] = merger.each(pages["paths"], definitions["paths"], "#/paths", _Merger.item)
    schemas, others = (mapping(side, "components", "schemas") for side in (pages, definitions))
    given = _given(schemas | others, document["paths"]) - {f"{name}Request" for name in silent}

    def schema(merger: _Merger, page: Document, other: Document, where: str) -> Document:
        return merger.schema(page, other, where, given=where.removeprefix(SCHEMAS) in given)

    document["components"]["schemas"] = merger.each(schemas, others, SCHEMAS.rstrip("/"), schema)
    return arranged(document), merger.contradictions


def unlike(pages: Document, definitions: Document) -> Iterator[Problem]:
    """Why two documents are not of one product version."""
    for key in ("title", "version"):
        stated = [mapping(side, "info").get(key) for side in (pages, definitions)]
        if stated[0] != stated[1]:
            yield Problem(f"#/info/{key}", f"is {stated[0]!r} on the pages and {stated[1]!r} in the definitions")


class _Merger:
    def __init__(self) -> None:
        self.contradictions: list[Contradiction] = []

    def each(self, pages: Document, definitions: Document, where: str, both: Any) -> Document:
        """Members of two mappings: the pages' in their order, then what only the definitions have."""
        result: Document = {}
        for name in [*pages, *(name for name in definitions if name not in pages)]:
            if name in pages and name in definitions:
                result[name] = both(self, pages[name], definitions[name], f"{where}/{name.replace('/', '~1')}")
            else:
                result[name] = copy.deepcopy(pages.get(name, definitions.get(name)))
        return result

    def item(self, page: Document, definitions: Document, where: str) -> Document:
        """The path of an action."""
        return {"post": self.operation(page["post"], definitions["post"], f"{where}/post")}

    def operation(self, page: Document, definitions: Document, where: str) -> Document:
        result = copy.deepcopy(page)
        for key, value in definitions.items():
            if key in ("requestBody", "responses"):
                continue
            if key == "x-tc-source":
                result[key] = [*page.get(key, ()), *value]
            else:
                self.fact(result, key, value, where)
        # What a page has lost of its table, the definitions have: types, and which of the inputs are required.
        left = [entry for entry in items(page.get("x-tc-unknown")) if entry["fact"] != "required" and not entry["fact"].endswith(".type")]
        result.pop("x-tc-unknown", None)
        if left:
            result["x-tc-unknown"] = left
        for path in (("requestBody",), ("responses", "200")):
            self.examples(_media(result, path), _media(definitions, path))
        return result

    def examples(self, page: Document, definitions: Document) -> None:
        """Further examples, with further numbers: what a page shows is not shown again."""
        known = [mapping(example).get("value") for example in mapping(page, "examples").values()]
        for name, example in mapping(definitions, "examples").items():
            if mapping(example).get("value") not in known:
                shown = page.setdefault("examples", {})
                # The number pairs a request with its response.
                shown[name if name not in shown else f"{name}Definitions"] = copy.deepcopy(example)

    def schema(self, page: Document, definitions: Document, where: str, *, given: bool) -> Document:
        """`given`: a request holds it. What one only reads has no column "Required" on a page; there the definitions alone speak."""
        result = copy.deepcopy(page)
        properties, others = mapping(page, "properties"), mapping(definitions, "properties")
        result["properties"] = self.each(properties, others, f"{where}/properties", _Merger.property)
        required, other_required = items(page.get("required")), items(definitions.get("required"))
        names = []
        for name in result["properties"]:
            stated = name in required, name in other_required
            if name in properties and name in others:
                if given and stated[0] != stated[1]:
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
        """Add one fact of the definitions to what a page says."""
        if key not in node or key in _EITHER:
            node[key] = copy.deepcopy(value)
        elif key not in _OURS and not _alike(node[key], value):
            self.contradictions.append(Contradiction(where, key, node.pop(key), value))


def _operations(document: Document) -> Iterator[tuple[str, Document]]:
    for path, item in mapping(document, "paths").items():
        yield path.removeprefix("/"), mapping(item, "post")


def _unknown_facts(operation: Document) -> set[str]:
    return {str(mapping(entry).get("fact")) for entry in items(operation.get("x-tc-unknown"))}


def _media(operation: Document, path: tuple[str, ...]) -> Document:
    return mapping(operation, *path, "content", "application/json")


def _without_format(fragment: Document) -> Document:
    """What a page can say of a type: it knows integers, not their width. Known values are facts of their own."""
    result = {key: value for key, value in fragment.items() if key != "format"}
    if "items" in result:
        result["items"] = _without_format({key: value for key, value in result["items"].items() if key in _TYPE})
    return result


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(repr, one)) == sorted(map(repr, other))
    return type(one) is type(other) and bool(one == other)


def _given(schemas: Document, paths: Document) -> set[str]:
    """Names of the schemas that a request is, or holds."""
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
