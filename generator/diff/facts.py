"""Facts: what a document or a package states, one by one, so that two of them can be compared without looking at their texts."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from ..spec.document import Document


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """The name of a fact. Its value is any JSON but null; an absent fact has no value at all."""

    where: str
    """For people: `ListAsyncEventsRequest.Limit`."""
    kind: str
    """The row group of the table of rules: `maximum`."""
    item: str = ""
    """Which one, where a place has several of a kind: an error code."""
    pointer: str = ""
    """The place in the document as a JSON pointer, or the dotted path of a Python object."""
    owner: str = ""
    """The schema whose directions decide; empty where direction plays no part."""


@dataclass(slots=True)
class FactSheet:
    """All facts of one side of a comparison."""

    label: str
    """What it is of, for people: `scf 2018-04-16`."""
    facts: dict[Fact, Any] = field(default_factory=dict)
    directions: dict[str, frozenset[str]] = field(default_factory=dict)
    """By schema: `request`, `response` or both."""


def canonical(value: Any) -> str:
    """One text for one value: the order of keys, and whether a whole number has a point, say nothing; `true` is not 1."""
    return json.dumps(_whole(value), sort_keys=True, ensure_ascii=False)


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are one and the same."""
    if type(one) is type(other) and isinstance(one, str | bool | int | None):
        return bool(one == other)  # most facts are of these, and it is many times faster
    return canonical(one) == canonical(other)


def escaped(name: str) -> str:
    """A name as a step of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def _whole(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _whole(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return value


def title_of(document: Document) -> str:
    """`scf 2018-04-16`."""
    info = document.get("info")
    info = info if isinstance(info, dict) else {}
    return f"{info.get('title')} {info.get('version')}"
