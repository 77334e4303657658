"""Part 1 of a page: host, what the action does, rate limit.

The sentences are recognised by their words, not literally: they have changed over the years, and our own pages word them anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .host import HOST, read_host
from .paragraphs import paragraphs
from .punctuation import COLON, FULL_STOP
from .unknown import Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .facts import Host
    from .lines import Line
    from .sections import Section

# "Domain name for API request: H." and its kin: always the first sentence, so that a host in the prose below is none of our business.
_HOST_WORDS: Final = re.compile(r"\b(?:domain|endpoint|host)\b|域名", re.IGNORECASE)
_HOST_LOST: Final = re.compile(rf".*{COLON}\s*(?:https?:(?://)?)?\s*{FULL_STOP}?")
_HOST_AT_END: Final = re.compile(rf"{COLON}\s*(?:https://)?(?P<host>{HOST})/?\s*{FULL_STOP}?")

_PER_SECOND: Final = r"(?:\b(?:per|a|each|every)\s+second\b|/\s*(?:second|sec|s)\b|/\s*秒|\bqps\b)"
_RATE: Final = re.compile(
    rf"(?<![\d.,])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}})\s*(?:requests?|calls?|times|queries|次)\b[^.。\d]{{0,60}}?{_PER_SECOND}",
    re.IGNORECASE,
)
_RATE_WORDS: Final = re.compile(
    rf"(?:\b(?:request|call|time|querie|quer)[a-z]*\b|次).{{0,80}}{_PER_SECOND}|\b(?:frequency|rate)\s+limit\b.{{0,80}}\d|频率限制",
    re.IGNORECASE,
)
_EXPLORER: Final = "api explorer"
_LONGEST_EXPLORER: Final = 3
"""Lines of the advertisement for API Explorer, which closes the part since 2020."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """The facts of part 1."""

    host: Host | None
    description: str
    rate_limit: int | None


def read_introduction(section: Section, unknown: list[Unknown]) -> Introduction:
    """Read part 1; a host that the page has lost is reported in `unknown`.

    Raises `PageRefused` without a host sentence, or for a rate sentence that has no readable number.
    """
    lines = [line for line in section.body if line.text]
    if not lines:
        raise section.heading.refused("the domain name for requests below it", "an empty part")
    host = _host(lines[0], unknown)
    rate_line, rate_limit = _rate(lines[1:])
    body = _without_explorer(section.body, after=rate_line or lines[0])
    about = [line for line in body if line is not lines[0] and line is not rate_line]
    return Introduction(host, paragraphs(about), rate_limit)


def _host(line: Line, unknown: list[Unknown]) -> Host | None:
    worded = _HOST_WORDS.search(line.text) is not None
    match = _HOST_AT_END.search(line.text) if worded else None
    if match is not None and match.end() == len(line.text):
        return read_host(match["host"], line)
    if worded and _HOST_LOST.fullmatch(line.text):  # some extractors remove whatever looks like an address
        unknown.append(Unknown(line.page, line.number, "host", "the sentence that names the host has lost it"))
        return None
    raise line.refused('the domain name for requests, like "…: scf.tencentcloudapi.com."')


def _rate(lines: Sequence[Line]) -> tuple[Line | None, int | None]:
    """The last sentence about a rate decides: prose above it may name another one."""
    line = next((line for line in reversed(lines) if _RATE_WORDS.search(line.text) or _RATE.search(line.text)), None)
    if line is None:
        return None, None
    matches = list(_RATE.finditer(line.text))
    number = int(matches[-1]["number"].replace(",", "")) if matches else 0
    if number < 1:
        raise line.refused('a rate limit like "20 requests … per second"')
    return line, number


def _without_explorer(body: Sequence[Line], *, after: Line) -> list[Line]:
    start = next((index for index, line in enumerate(body) if line.number > after.number and _EXPLORER in line.text.casefold()), len(body))
    advertisement = [line for line in body[start:] if line.text]
    if len(advertisement) > _LONGEST_EXPLORER:
        raise advertisement[_LONGEST_EXPLORER].refused("the end of the part, below the advertisement for API Explorer")
    return list(body[:start])
