"""A listing must not end early because of a typo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..document import Document
from ..problems import Problem
from .view import Operation, mapping, operations, request_of, response_of, target_of

_KEYS: Final = frozenset({"offset", "limit", "maximum", "total", "items"})


def paging_names_real_properties(document: Document) -> Iterator[Problem]:
    """Every paging row names real properties of the right types, and the maximum that the schema states."""
    for operation in operations(document):
        if "x-tc-pagination" in operation.node:
            yield from _row(document, operation)


def _row(document: Document, operation: Operation) -> Iterator[Problem]:
    where = f"{operation.where}/x-tc-pagination"
    row = mapping(operation.node, "x-tc-pagination")
    if set(row) != _KEYS:
        yield Problem(where, f"must have the keys {', '.join(sorted(_KEYS))}, not {', '.join(sorted(row)) or 'none'}")
        return
    inputs, outputs = request_of(document, operation), response_of(document, operation)
    for key, properties in (("offset", inputs), ("limit", inputs), ("total", outputs)):
        if mapping(properties, str(row[key])).get("type") != "integer":
            yield Problem(f"{where}/{key}", f"{row[key]!r} is no integer property of the {_side(key)}")
    if row["offset"] == row["limit"]:
        yield Problem(where, "offset and limit are the same property")
    maximum = mapping(inputs, str(row["limit"])).get("maximum")
    if maximum != row["maximum"] or type(maximum) is not int or maximum < 1:
        yield Problem(f"{where}/maximum", f"{row['maximum']!r} is not the maximum of {row['limit']}, which is {maximum!r}")
    listed = mapping(outputs, str(row["items"]))
    if listed.get("type") != "array" or target_of(document, listed.get("items")) is None:
        yield Problem(f"{where}/items", f"{row['items']!r} is no array of objects in the response")


def _side(key: str) -> str:
    return "response" if key == "total" else "request"
