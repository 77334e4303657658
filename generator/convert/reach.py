"""Reach of types: whether requests, responses or both contain a type, at any depth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

Usage: TypeAlias = Literal["in", "out", "both"]


def reached(types: Mapping[str, Iterable[str]], requests: Iterable[str], responses: Iterable[str]) -> dict[str, Usage]:
    """Return the usage of each type that a request or a response contains. A type without an entry is unused.

    Args:
        types: Names of the types of the members, by type.
        requests: Names of the types of requests.
        responses: Names of the types of responses.
    """
    inputs, outputs = _closure(types, requests), _closure(types, responses)
    return {name: "both" if name in inputs and name in outputs else "in" if name in inputs else "out" for name in inputs | outputs}


def _closure(types: Mapping[str, Iterable[str]], roots: Iterable[str]) -> set[str]:
    found: set[str] = set()
    pending = [name for name in roots if name in types]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += [member for member in types[name] if member in types]
    return found
