"""Suggestions for misspelt names. Imported only when a name is wrong, because difflib is slow to load."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches


def same_name(name: str, known: Iterable[str]) -> str | None:
    """Return the entry of `known` that is `name` in another spelling, such as the wire name `FunctionName`; else `None`."""
    return next((each for each in known if joined(each) == joined(name)), None)


def joined(name: str) -> str:
    """Return the letters and digits of a name in lower case, which all its spellings share."""
    return re.sub(r"[_\s-]", "", name).lower()


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the entry of `known` most similar to `name`, or `None`.

    Args:
        name: The name that the caller wrote.
        known: The valid names.
        cutoff: The least similarity, from 0 to 1.
    """
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=cutoff)), None)
