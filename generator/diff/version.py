"""Version steps: the next version for a set of changes."""

from __future__ import annotations

import re
from typing import Final

from .rules import Impact

_VERSION: Final = re.compile(r"(\d+)\.(\d+)\.(\d+)")
_PARTS: Final = ("major", "minor", "patch")


def step(impact: Impact | None, *, stable: bool) -> str:
    """Return `major`, `minor`, `patch` or `none`. Below 1.0 a breaking change is a minor step, any other change a patch."""
    if impact is None:
        return "none"
    if impact is Impact.INTERNAL:
        return "patch"
    at = 2 - int(impact) + (0 if stable else 1)
    return _PARTS[at]


def next_version(current: str, impact: Impact | None) -> str:
    """Return the lowest sufficient version after `current`. Raises `ValueError` for a version unlike `1.2.3`."""
    numbers = parse_version(current)
    wanted = step(impact, stable=numbers[0] > 0)
    if wanted == "none":
        return current
    at = _PARTS.index(wanted)
    return ".".join(str(number) for number in (*numbers[:at], numbers[at] + 1, *(0 for _ in _PARTS[at + 1 :])))


def is_sufficient(current: str, proposed: str, impact: Impact | None) -> bool:
    """Return whether `proposed` is high enough for the changes since `current`. A release checks this before it publishes."""
    return parse_version(proposed) >= parse_version(next_version(current, impact))


def parse_version(version: str) -> tuple[int, ...]:
    """Return the three numbers of a version. Raises `ValueError`."""
    match = _VERSION.fullmatch(version)
    if match is None:
        raise ValueError(f"{version!r} is not a version like 1.2.3")
    return tuple(int(number) for number in match.groups())
