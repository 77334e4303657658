"""The name that was most likely meant. Imported where a name is wrong already: difflib is not there for every call."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The one of `known` that is most like `name`; `None` where none is.

    Args:
        name: What was given.
        known: What there is.
        cutoff: How alike they must be, from 0 to 1.
    """
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=cutoff)), None)
