"""What the sources do not say, and a client cannot do without, is decided by a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..document import Document
from ..problems import Problem
from .view import items, mapping, operations

_NEEDED: Final = frozenset({"host", "rate-limit", "region", "required"})
_NEEDED_OF_A_PROPERTY: Final = ".type"
"""All other facts may stay unknown: an example that is left out, a statement in prose that contradicts another one, a date."""


def unknowns_are_decided(document: Document) -> Iterator[Problem]:
    """No action is without a fact that its requests depend on."""
    for operation in operations(document):
        for index, entry in enumerate(items(operation.node.get("x-tc-unknown"))):
            fact = str(mapping(entry).get("fact"))
            if fact in _NEEDED or fact.endswith(_NEEDED_OF_A_PROPERTY):
                what = f"{fact} is unknown: {mapping(entry).get('reason')}; let overlay.yaml state it, and remove this entry"
                yield Problem(f"{operation.where}/x-tc-unknown/{index}", what)
