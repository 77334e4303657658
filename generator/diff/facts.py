"""Facts: single statements of a document or a package, compared independently of its text."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from ..spec.document import Document


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """Key of a fact. Its value is any JSON value except null; an absent fact has no value."""

    where: str
    """Readable location: `ListAsyncEventsRequest.Limit`."""
    kind: str
    """Row group of the rule table: `maximum`."""
    item: str = ""
    """Distinguishes several facts of one kind at a location, such as error codes."""
    pointer: str = ""
    """JSON pointer into the document, or dotted path of a Python object."""
    owner: str = ""
    """Schema whose directions apply; empty for facts without a direction."""


@dataclass(slots=True)
class FactSheet:
    """All facts of one side of a comparison."""

    label: str
    """Readable subject: `scf 2018-04-16`."""
    facts: dict[Fact, Any] = field(default_factory=dict)
    directions: dict[str, frozenset[str]] = field(default_factory=dict)
    """Directions by schema: `request`, `response` or both."""


def canonical(value: Any) -> str:
    """Return the canonical text of a value: key order is ignored, `1.0` equals `1`, and `true` differs from `1`."""
    return json.dumps(_whole(value), sort_keys=True, ensure_ascii=False)


def same(one: Any, other: Any) -> bool:
    """Return whether two JSON values are equal."""
    if type(one) is type(other) and isinstance(one, str | bool | int | None):
        return bool(one == other)  # fast path for most facts
    return canonical(one) == canonical(other)


def escaped(name: str) -> str:
    """Escape a name as a step of a JSON pointer."""
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
    """Return product and version, such as `scf 2018-04-16`."""
    info = document.get("info")
    info = info if isinstance(info, dict) else {}
    return f"{info.get('title')} {info.get('version')}"
