"""What Markdown adds to the words of a page. Only fixed pieces are freed of it; descriptions stay as they are written."""

from __future__ import annotations

import html
import re
from typing import Final

_SPECIAL: Final = re.compile(r"[*`\\\[&<]|\s\s")
_LINK: Final = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()]{0,400}\)")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()<>#+.!|~&=-])")
_AUTOLINK: Final = re.compile(r"<(https?://[^<>\s]{1,400})>")
_MARKS: Final = str.maketrans("", "", "*`")


def plain(text: str) -> str:
    """The words of a heading, a cell or a fixed sentence: without links, emphasis, backticks, escapes and entities."""
    if not _SPECIAL.search(text):
        return text
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    text = _AUTOLINK.sub(r"\1", text.translate(_MARKS))
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = html.unescape(text)
    return " ".join(text.split())
