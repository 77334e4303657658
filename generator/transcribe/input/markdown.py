"""Removal of Markdown from headings, cells and fixed sentences. Descriptions keep theirs."""

from __future__ import annotations

import html
import re
from typing import Final

_SPECIAL: Final = re.compile(r"[*`\\\[&<]|\s\s")
_LINK: Final = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()]{0,400}\)")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()<>#+.!|~&=-])")
_AUTOLINK: Final = re.compile(r"<(https?://[^<>\s]{1,400})>")
_MARKS: Final = str.maketrans("", "", "*`")


def strip_markdown(text: str) -> str:
    """Return the text without links, emphasis, backticks, escapes and entities."""
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
