"""Events of a stream as one result."""

from __future__ import annotations

from typing import Any

_DELTA = "Delta"
_GROWING = frozenset({"Content", "ReasoningContent", "Arguments"})
"""Fields of a `Delta` whose text arrives in parts, at any depth."""


def merged(whole: dict[str, Any], part: dict[str, Any], *, in_delta: bool = False) -> dict[str, Any]:
    """Add the next event to `whole` and return it: texts of a `Delta` grow, other fields take their last value."""
    for name, value in part.items():
        known = whole.get(name)
        if in_delta and name in _GROWING and isinstance(value, str):
            whole[name] = (known if isinstance(known, str) else "") + value
        elif isinstance(value, dict):
            whole[name] = merged(known if isinstance(known, dict) else {}, value, in_delta=in_delta or name == _DELTA)
        elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            whole[name] = _merged_items(known if isinstance(known, list) else [], value, in_delta=in_delta)
        elif value not in (None, "", []) or name not in whole:
            whole[name] = value
    return whole


def _merged_items(whole: list[Any], parts: list[dict[str, Any]], *, in_delta: bool) -> list[Any]:
    """Merge items with the same `Index`; without one, at the same position."""
    for position, part in enumerate(parts):
        index = part.get("Index", position)
        found = next((item for place, item in enumerate(whole) if item.get("Index", place) == index), None)
        if found is None:
            found = {}
            whole.append(found)
        merged(found, part, in_delta=in_delta)
    return whole
