# Written by `python -m generator emit` from generator/emit/templates/shared/unset.py.jinja.
# Do not edit: change the template.
"""Sentinel for an argument or field that is not set."""

from __future__ import annotations

from enum import Enum
from typing import Final, Literal


class Unset(Enum):
    """Type of `UNSET`: not set in a request. There, `None` is a null that is sent; in a response, `None` is no value.

    As an enum member, `UNSET` stays the same object when copied or pickled, and type checkers narrow `is UNSET`.
    """

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    __str__ = __repr__


UNSET: Final = Unset.UNSET
