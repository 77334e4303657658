"""Which version the changes ask for."""

from __future__ import annotations

import re
from typing import Final

from .rules import Impact

_VERSION: Final = re.compile(r"(\d+)\.(\d+)\.(\d+)")
_PARTS: Final = ("major", "minor", "patch")


def step(impact: Impact | None, *, stable: bool) -> str:
    """`major`, `minor`, `patch` or `none`. Below 1.0 the second number is the one that breaks, and the third takes all else."""
    if impact is None:
        return "none"
    if impact is Impact.INTERNAL:
        return "patch"
    at = 2 - int(impact) + (0 if stable else 1)
    return _PARTS[at]


def next_version(current: str, impact: Impact | None) -> str:
    """The least version after `current` that says what changed. Raises `ValueError` for what is no `1.2.3`."""
    numbers = parsed(current)
    wanted = step(impact, stable=numbers[0] > 0)
    if wanted == "none":
        return current
    at = _PARTS.index(wanted)
    return ".".join(str(number) for number in (*numbers[:at], numbers[at] + 1, *(0 for _ in _PARTS[at + 1 :])))


def fits(current: str, proposed: str, impact: Impact | None) -> bool:
    """Whether `proposed` says at least what changed since `current`; what a release checks before it publishes."""
    return parsed(proposed) >= parsed(next_version(current, impact))


def parsed(version: str) -> tuple[int, ...]:
    """The three numbers. Raises `ValueError`."""
    match = _VERSION.fullmatch(version)
    if match is None:
        raise ValueError(f"{version!r} is no version like 1.2.3")
    return tuple(int(number) for number in match.groups())
