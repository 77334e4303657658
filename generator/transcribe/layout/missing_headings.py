"""Sections of a page whose extractor dropped every heading, found by the first line of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..vocabulary import COLON, ERROR_HEADERS, HOST_PATTERN, INPUT_HEADERS, OUTPUT_HEADERS, SectionKind
from .table_headers import match_header, says_no_codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..input.lines import SourceLine

_HOST_SENTENCE: Final = re.compile(
    rf"[^.。:：]{{0,80}}(?:\b(?:domain|endpoint|host)\b|域名)[^.。:：]{{0,40}}{COLON}\s*(?:https?://)?{HOST_PATTERN}.*", re.IGNORECASE
)
_REQUEST: Final = re.compile(r"https?://\S{1,200}\?Action=|POST / HTTP/1\.[01]")


def find_section_starts(lines: Sequence[SourceLine]) -> list[tuple[int, SectionKind]]:
    """Return the start of each section, or nothing unless all of them occur in their order."""
    host = next((index for index, line in enumerate(lines) if _HOST_SENTENCE.fullmatch(line.text)), None)
    if host is None:
        return []
    found = [(host, SectionKind.DESCRIPTION)]
    for kind, is_start in (
        (SectionKind.INPUT, lambda index: match_header(lines, index, INPUT_HEADERS) is not None),
        (SectionKind.OUTPUT, lambda index: match_header(lines, index, OUTPUT_HEADERS) is not None),
        (SectionKind.EXAMPLE, lambda index: _REQUEST.match(lines[index].text) is not None),
        (SectionKind.ERRORS, lambda index: match_header(lines, index, ERROR_HEADERS) is not None or says_no_codes(lines[index])),
    ):
        at = _first(range(found[-1][0] + 1, len(lines)), is_start)
        if at is None:
            return []
        found.append((at, kind))
    return found


def _first(indexes: Iterable[int], is_start: Callable[[int], bool]) -> int | None:
    return next((index for index in indexes if is_start(index)), None)
