"""Lint of unknown facts: overlay.yaml must state those that requests depend on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..document import Document
from ..problems import Problem
from ..view import items, mapping, operations

_NEEDED: Final = frozenset({"host", "rate-limit", "region", "required"})
_NEEDED_SUFFIX: Final = ".type"
"""Other facts may stay unknown: a skipped example, a contradictory statement in prose, a date."""


def check_unknown_facts(document: Document) -> Iterator[Problem]:
    """Check that no action lacks a fact that its requests depend on."""
    for operation in operations(document):
        for index, entry in enumerate(items(operation.node.get("x-tc-unknown"))):
            fact = str(mapping(entry).get("fact"))
            if fact in _NEEDED or fact.endswith(_NEEDED_SUFFIX):
                what = f"{fact} is unknown: {mapping(entry).get('reason')}; state it in overlay.yaml and remove this entry"
                yield Problem(f"{operation.where}/x-tc-unknown/{index}", what)
