# Written by `python -m generator emit` from generator/emit/templates/shared/unset.py.jinja.
# Do not edit: mend the template.
"""The value of an argument or field that is not there."""

from __future__ import annotations

from enum import Enum
from typing import Final, Literal


class Unset(Enum):
    """Type of `UNSET`: not given in a request, not sent in a response (`None` is a null that was sent).

    It is an enum so that copies and pickles stay the same object and type checkers narrow `is UNSET`.
    """

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    __str__ = __repr__


UNSET: Final = Unset.UNSET
