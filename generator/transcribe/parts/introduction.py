"""Parser of the section of the description: host, description of the action, rate limit.

Patterns match the keywords of sentences, not their full text, because the wording differs between years and between authors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ..input.lines import join_paragraphs
from ..input.markdown import strip_markdown
from ..unknown import UnknownFact
from ..vocabulary import COLON, FULL_STOP, HOST_PATTERN
from .host import read_host

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..facts import Host
    from ..input.lines import SourceLine
    from ..layout.sections import Section

# "Domain name for API request: H." and variants. It is always the first sentence, so a host in the text below does not match.
_HOST_WORDS: Final = re.compile(r"\b(?:domain|endpoint|host)\b|域名", re.IGNORECASE)
_HOST_MISSING: Final = re.compile(rf".*{COLON}\s*(?:https?:(?://)?)?\s*{FULL_STOP}?")
# After the host the line ends, or an extractor joined the next sentence to it.
_HOST: Final = re.compile(
    rf"(?P<words>[^:\uff1a]{{0,120}}){COLON}\s*(?:https?://)?(?P<host>{HOST_PATTERN})/?\s*(?:{FULL_STOP}\s*(?P<more>[^a-z\s].*)?)?"
)
_MAX_LINES_ABOVE_HOST: Final = 3
"""Maximum number of lines above the sentence with the host, such as a note that the action is deprecated."""
# The sentence above the table of inputs. It ends this section if an extractor dropped the headings.
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
_MAX_EXPLORER_LINES: Final = 3
"""Maximum number of lines of the advertisement for API Explorer at the end of the section (since 2020)."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """Facts of the description section."""

    host: Host | None
    description: str
    rate_limit: int | None


def read_introduction(section: Section, unknown: list[UnknownFact]) -> Introduction:
    """Parse the description section. Report a missing host in `unknown`.

    Raises `PageRefused` without a sentence for the host, and for a rate limit without a number.
    """
    body = _remove_inputs_sentence(section)
    written = [line for line in body if line.text]
    if not written:
        raise section.heading.refusal("the domain name for requests below it", "an empty section")
    at = next((line for line in written[:_MAX_LINES_ABOVE_HOST] if _match_host(line)), written[0])
    host, more = _host(at, unknown)
    about = [replace(line, text=more) if line is at else line for line in body]
    rate_line, rate_limit = _rate([line for line in about if line.text])
    about = _remove_explorer([line for line in about if line is not rate_line], after=rate_line or at)
    return Introduction(host, join_paragraphs(about), rate_limit)


def _remove_inputs_sentence(section: Section) -> list[SourceLine]:
    body = list(section.body)
    if body and body[0] is section.heading:  # without headings, the section can include the sentence of the next one
        while len(body) > 1 and (not body[-1].text or _INPUTS_FOLLOW.fullmatch(body[-1].text)):
            body.pop()
    return body


def _match_host(line: SourceLine) -> re.Match[str] | None:
    match = _HOST.fullmatch(strip_markdown(line.text))
    return match if match and _HOST_WORDS.search(match["words"]) else None


def _host(line: SourceLine, unknown: list[UnknownFact]) -> tuple[Host | None, str]:
    """Return the host, and the text joined to its sentence."""
    match = _match_host(line)
    if match is not None:
        return read_host(match["host"], line), match["more"] or ""
    text = strip_markdown(line.text)
    if _HOST_WORDS.search(text) and _HOST_MISSING.fullmatch(text):  # some extractors remove everything that looks like an address
        unknown.append(UnknownFact(line.page, line.number, "host", "the sentence for the host does not contain it"))
        return None, ""
    raise line.refusal('the domain name for requests, like "…: scf.tencentcloudapi.com."')


def _rate(lines: Sequence[SourceLine]) -> tuple[SourceLine | None, int | None]:
    """Return the last sentence about a rate limit, and its number. The description above can state another one."""
    line = next((line for line in reversed(lines) if _RATE_WORDS.search(line.text) or _RATE.search(line.text)), None)
    if line is None:
        return None, None
    matches = list(_RATE.finditer(line.text))
    number = int(matches[-1]["number"].replace(",", "")) if matches else 0
    if number < 1:
        raise line.refusal('a rate limit like "20 requests … per second"')
    return line, number


def _remove_explorer(body: Sequence[SourceLine], *, after: SourceLine) -> list[SourceLine]:
    """Return the lines without the advertisement. Lines below it are text."""
    start = next((index for index, line in enumerate(body) if line.number > after.number and _EXPLORER in line.text.casefold()), len(body))
    advertisement = [line for line in body[start:] if line.text][:_MAX_EXPLORER_LINES]
    return [line for line in body if line not in advertisement]
