"""Pages whose extractor has dropped every heading: the parts are found by what each of them begins with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..vocabulary import COLON, ERROR_HEADERS, HOST, INPUT_HEADERS, OUTPUT_HEADERS, Part
from .table_headers import header_at, says_no_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..input.lines import Line

_HOST_SENTENCE: Final = re.compile(
    rf"[^.。:：]{{0,80}}(?:\b(?:domain|endpoint|host)\b|域名)[^.。:：]{{0,40}}{COLON}\s*(?:https?://)?{HOST}.*", re.IGNORECASE
)
_REQUEST: Final = re.compile(r"https?://\S{1,200}\?Action=|POST / HTTP/1\.[01]")


def anchors(lines: Sequence[Line]) -> list[tuple[int, Part]]:
    """Where each part begins; nothing unless all of them are found, in the one order that such pages have."""
    host = next((index for index, line in enumerate(lines) if _HOST_SENTENCE.fullmatch(line.text)), None)
    if host is None:
        return []
    found = [(host, Part.DESCRIPTION)]
    for part, begins in (
        (Part.INPUT, lambda index: header_at(lines, index, INPUT_HEADERS) is not None),
        (Part.OUTPUT, lambda index: header_at(lines, index, OUTPUT_HEADERS) is not None),
        (Part.EXAMPLE, lambda index: _REQUEST.match(lines[index].text) is not None),
        (Part.ERRORS, lambda index: header_at(lines, index, ERROR_HEADERS) is not None or says_no_codes(lines[index])),
    ):
        at = _first(range(found[-1][0] + 1, len(lines)), begins)
        if at is None:
            return []
        found.append((at, part))
    return found


def _first(indexes: Iterable[int], begins: Callable[[int], bool]) -> int | None:
    return next((index for index in indexes if begins(index)), None)
