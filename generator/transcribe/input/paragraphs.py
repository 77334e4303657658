"""Free text over several lines, put together again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .lines import Line


def paragraphs(lines: Iterable[Line]) -> str:
    """Lines joined as they stand; any run of blank lines becomes one, and none stay at the ends."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.text:
            blocks[-1].append(line.text)
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join("\n".join(block) for block in blocks if block)
