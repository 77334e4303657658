"""Plain text from the vendor's HTML descriptions."""

from __future__ import annotations

import html
import re
from typing import Final

_BREAK: Final = re.compile(r"</?(?:p|br|li|ul|ol|div|tr|table|h[1-6])\b[^<>]{0,400}>", re.IGNORECASE)
# Only HTML tags are removed: a word in angle brackets, such as <FunctionName>, stays.
_TAG: Final = re.compile(
    r"</?(?:a|b|i|u|s|em|strong|font|span|code|pre|td|th|tbody|thead|dx-[a-z-]+|img|sup|sub)\b[^<>]{0,400}>", re.IGNORECASE
)


_TABLE_RULE: Final = re.compile(r"\|?[\s:|-]*-{2,}[\s:|-]*")


def description(text: str) -> str:
    """Return the text for a docstring: plain, with the rows of Markdown tables as lists of their cells."""
    shown = []
    for line in plain(text).splitlines():
        if "|" in line and _TABLE_RULE.fullmatch(line):
            continue
        is_row = line.startswith("|") and line.endswith("|")
        shown.append("; ".join(cell for cell in map(str.strip, line.split("|")) if cell) if is_row else line)
    return "\n".join(shown).strip()


def plain(text: str) -> str:
    """Return the text in lines, without tags, entities and surrounding spaces."""
    lines = html.unescape(_TAG.sub("", _BREAK.sub("\n", text))).splitlines()
    shown: list[str] = []
    for line in (" ".join(line.split()) for line in lines):
        if line or (shown and shown[-1]):
            shown.append(line)
    return "\n".join(shown).strip()
