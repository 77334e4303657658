"""Part 1 of a page: host, what the action does, rate limit.

The sentences are recognised by their words, not literally: they have changed over the years, and our own pages word them anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ..input.lines import paragraphs
from ..input.markdown import plain
from ..unknown import Unknown
from ..vocabulary import COLON, FULL_STOP, HOST
from .host import read_host

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..facts import Host
    from ..input.lines import Line
    from ..layout.sections import Section

# "Domain name for API request: H." and its kin: always the first sentence, so that a host in the prose below is none of our business.
_HOST_WORDS: Final = re.compile(r"\b(?:domain|endpoint|host)\b|域名", re.IGNORECASE)
_HOST_LOST: Final = re.compile(rf".*{COLON}\s*(?:https?:(?://)?)?\s*{FULL_STOP}?")
# Behind the host the line ends, or an extractor has glued the next sentence to it.
_HOST: Final = re.compile(
    rf"(?P<words>[^:\uff1a]{{0,120}}){COLON}\s*(?:https?://)?(?P<host>{HOST})/?\s*(?:{FULL_STOP}\s*(?P<more>[^a-z\s].*)?)?"
)
_MOST_ABOVE_HOST: Final = 3
"""Lines above the sentence with the host, such as a banner that says that the action is deprecated."""
# The sentence above the table of inputs: it has no heading above it where an extractor has dropped them.
_INPUTS_FOLLOW: Final = re.compile(r".{0,200}(?:\bcommon (?:request )?param|公共请求参数).{0,200}", re.IGNORECASE)

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
    body = _without_inputs_sentence(section)
    written = [line for line in body if line.text]
    if not written:
        raise section.heading.refused("the domain name for requests below it", "an empty part")
    at = next((line for line in written[:_MOST_ABOVE_HOST] if _named(line)), written[0])
    host, more = _host(at, unknown)
    about = [replace(line, text=more) if line is at else line for line in body]
    rate_line, rate_limit = _rate([line for line in about if line.text])
    about = _without_explorer([line for line in about if line is not rate_line], after=rate_line or at)
    return Introduction(host, paragraphs(about), rate_limit)


def _without_inputs_sentence(section: Section) -> list[Line]:
    body = list(section.body)
    if body and body[0] is section.heading:  # an anchor stands in for the heading of the part, and for that of the next one, too
        while len(body) > 1 and (not body[-1].text or _INPUTS_FOLLOW.fullmatch(body[-1].text)):
            body.pop()
    return body


def _named(line: Line) -> re.Match[str] | None:
    match = _HOST.fullmatch(plain(line.text))
    return match if match and _HOST_WORDS.search(match["words"]) else None


def _host(line: Line, unknown: list[Unknown]) -> tuple[Host | None, str]:
    """The host, and the text that is glued to its sentence."""
    match = _named(line)
    if match is not None:
        return read_host(match["host"], line), match["more"] or ""
    text = plain(line.text)
    if _HOST_WORDS.search(text) and _HOST_LOST.fullmatch(text):  # some extractors remove whatever looks like an address
        unknown.append(Unknown(line.page, line.number, "host", "the sentence that names the host has lost it"))
        return None, ""
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
    """The lines without the advertisement; what stands below it is text again."""
    start = next((index for index, line in enumerate(body) if line.number > after.number and _EXPLORER in line.text.casefold()), len(body))
    advertisement = [line for line in body[start:] if line.text][:_LONGEST_EXPLORER]
    return [line for line in body if line not in advertisement]
