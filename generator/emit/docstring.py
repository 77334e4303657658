"""Docstring formatter: wrapping, indentation and escaping."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from typing import NamedTuple

from .literal import UNSAFE

WIDTH = 120


_CHUNK = re.compile(
    r"\s+|[\u3040-\u30ff\u3400-\u9fff\uff01-\uff60][\u3001\u3002\uff01-\uff0f\uff1a-\uff1f\u300b\u300d\u300f\u3011]*|[^\s\u3040-\u30ff\u3400-\u9fff\uff01-\uff60]+"
)
"""Units that stay on one line: words, and ideographs with the punctuation after them."""


class _Wrapper(textwrap.TextWrapper):
    """Text wrapper that also breaks lines between ideographs, which have no spaces."""

    def _split(self, text: str) -> list[str]:
        return _CHUNK.findall(text)


class DocstringLine(NamedTuple):
    """Logical line of a docstring, before wrapping."""

    text: str
    indent: int = 0
    hanging: int = 0
    """Additional indentation of continuation lines."""


def prose(text: str | None, indent: int = 0) -> list[DocstringLine]:
    """Return the lines of a description, with at most one empty line between paragraphs."""
    lines: list[DocstringLine] = []
    for raw in (text or "").expandtabs(4).splitlines():
        line = DocstringLine(UNSAFE.sub("", raw).strip(), indent)
        if line.text or (lines and lines[-1].text):
            lines.append(line)
    while lines and not lines[-1].text:
        lines.pop()
    return lines


def inline(text: str | None) -> str:
    """Return a description on one line, for a list entry."""
    return " ".join(UNSAFE.sub("", text or "").split())


def sentence(text: str) -> str:
    """Return `text` with a final full stop, so that another sentence can follow."""
    return text if not text or text.endswith((".", "!", "?", ":", "。")) else f"{text}."


def docstring(lines: str | Iterable[DocstringLine], indent: int = 0) -> str:
    """Return the source of a docstring for a statement at `indent`."""
    logical = prose(lines) if isinstance(lines, str) else list(lines)
    wrapped: list[str] = []
    for number, line in enumerate(logical):
        # A single line needs room for both pairs of quotes.
        quotes = 6 if number == 0 else 0
        wrapped += _Wrapper(
            width=WIDTH - indent - quotes,
            initial_indent=" " * line.indent,
            subsequent_indent=" " * (line.indent + line.hanging),
            break_long_words=False,
            break_on_hyphens=False,
        ).wrap(line.text) or [""]
    escaped = [line.replace("\\", "\\\\").replace('"""', r"\"\"\"") for line in wrapped]
    if len(escaped) <= 1:
        only = escaped[0] if escaped else ""
        if only.endswith('"'):
            words = wrapped[0].rstrip('"')
            only = words.replace("\\", "\\\\").replace('"""', r"\"\"\"") + r"\"" * (len(wrapped[0]) - len(words))
        return f'"""{only}"""'
    margin = " " * indent
    body = [escaped[0], *(f"{margin}{line}" if line else "" for line in escaped[1:])]
    return '"""' + "\n".join(body) + f'\n{margin}"""'
