"""Examples without a title and without marks: a request, then JSON, then the next request."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import Line

_POST: Final = re.compile(r"POST / HTTP/1\.[01]")
_REQUEST: Final = re.compile(rf"https?://\S{{1,200}}\?Action=.*|{_POST.pattern}")


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one example, cut into its pieces."""

    title: Line
    description: Sequence[Line]
    input_mark: Line
    input: Sequence[Line]
    output_mark: Line
    output: Sequence[Line]


def bare_blocks(lines: Sequence[Line]) -> list[Block]:
    """The examples. Raises `PageRefused` where there is no request at all, or nothing below one."""
    starts = [index for index, line in enumerate(lines) if _REQUEST.fullmatch(line.text)]
    if not starts:
        raise lines[0].refused('the title of the first example, "Example1 …", or its request')
    return [_block(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _block(lines: Sequence[Line]) -> Block:
    output = _json_start(lines, 1)
    if _POST.fullmatch(lines[0].text):  # the first object is the request's body
        output = _json_start(lines, _json_end(lines, output))
    if output == len(lines):
        raise lines[0].refused("a response as JSON below it", "a request without one")
    first = lines[0]
    return Block(first, (), first, lines[:output], lines[output - 1], lines[output : _json_end(lines, output)])


def _json_start(lines: Sequence[Line], after: int) -> int:
    return next((index for index in range(after, len(lines)) if lines[index].text.startswith("{")), len(lines))


def _json_end(lines: Sequence[Line], start: int) -> int:
    """Behind the object that starts there; where it is damaged, behind all that is left, for the reader of JSON to complain about."""
    text = "\n".join(line.raw for line in lines[start:])
    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return next((index for index in range(start + 1, len(lines)) if lines[index].text == "{"), len(lines))
    return start + text[:end].count("\n") + 1
