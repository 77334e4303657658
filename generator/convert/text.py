"""The vendor's texts hold HTML; a page shows them as lines."""

from __future__ import annotations

import html
import re
from typing import Final

_BREAK: Final = re.compile(r"</?(?:p|br|li|ul|ol|div|tr|table|h[1-6])\b[^<>]{0,400}>", re.IGNORECASE)
# A word in brackets, such as <FunctionName>, is no tag: only what HTML knows is taken out.
_TAG: Final = re.compile(
    r"</?(?:a|b|i|u|s|em|strong|font|span|code|pre|td|th|tbody|thead|dx-[a-z-]+|img|sup|sub)\b[^<>]{0,400}>", re.IGNORECASE
)


def plain(text: str) -> str:
    """The text in lines, without tags, entities and blanks around lines."""
    lines = html.unescape(_TAG.sub("", _BREAK.sub("\n", text))).splitlines()
    shown: list[str] = []
    for line in (" ".join(line.split()) for line in lines):
        if line or (shown and shown[-1]):
            shown.append(line)
    return "\n".join(shown).strip()
