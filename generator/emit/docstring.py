"""Docstrings: wrapped, indented, and safe whatever the text holds."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import NamedTuple

from .literal import UNSAFE

WIDTH = 120


class Line(NamedTuple):
    """A logical line of a docstring, before it is wrapped."""

    text: str
    indent: int = 0
    hanging: int = 0
    """Further indentation of what does not fit on the first line."""


def prose(text: str | None, indent: int = 0) -> list[Line]:
    """The lines of a description; empty lines between paragraphs stay, at most one at a time."""
    lines: list[Line] = []
    for raw in (text or "").expandtabs(4).splitlines():
        line = Line(UNSAFE.sub("", raw).strip(), indent)
        if line.text or (lines and lines[-1].text):
            lines.append(line)
    while lines and not lines[-1].text:
        lines.pop()
    return lines


def inline(text: str | None) -> str:
    """A description as one line, for a list entry."""
    return " ".join(UNSAFE.sub("", text or "").split())


def sentence(text: str) -> str:
    """`text` with the full stop that it may lack, so that another sentence can follow."""
    return text if not text or text.endswith((".", "!", "?", ":", "。")) else f"{text}."


def docstring(lines: str | Iterable[Line], indent: int = 0) -> str:
    """Source of a docstring whose statement stands at `indent`."""
    logical = prose(lines) if isinstance(lines, str) else list(lines)
    wrapped: list[str] = []
    for number, line in enumerate(logical):
        # Room for the quotes before and behind the first line, in case it stays the only one.
        quotes = 6 if number == 0 else 0
        wrapped += textwrap.wrap(
            line.text,
            width=WIDTH - indent - quotes,
            initial_indent=" " * line.indent,
            subsequent_indent=" " * (line.indent + line.hanging),
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    escaped = [line.replace("\\", "\\\\").replace('"""', r"\"\"\"") for line in wrapped]
    if len(escaped) <= 1:
        only = escaped[0] if escaped else ""
        if only.endswith('"'):
            only = only[:-1] + r"\""
        return f'"""{only}"""'
    margin = " " * indent
    body = [escaped[0], *(f"{margin}{line}" if line else "" for line in escaped[1:])]
    return '"""' + "\n".join(body) + f'\n{margin}"""'
