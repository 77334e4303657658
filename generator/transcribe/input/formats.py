"""In which form does a page come? As HTML, as text, or as one of the older API 2.0, which is refused by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .lines import Line

_EXPECTED: Final = "a page of API 3.0"
_START: Final = 20_000
"""In bytes: what a page is shows in its beginning."""
_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,4000}-->\s*){0,8}"
    rb"<(?:!doctype\s+html|html|head|body|div|section|article|main|h[1-6]|table|p)\b",
    re.IGNORECASE,
)
_ARCHIVE: Final = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEADER: Final = re.compile(rb"[A-Za-z-]{1,40}:")


def is_html(data: bytes) -> bool:
    """Whether the page is HTML, or the archive of one."""
    return _HTML.match(data[:_START].removeprefix(b"\xef\xbb\xbf")) is not None or is_archive(data)


def is_archive(data: bytes) -> bool:
    """Whether this is a page as a browser saves it in a single file (`.mhtml`)."""
    start = data[:_START]
    return _HEADER.match(start) is not None and _ARCHIVE.search(start) is not None


def refuse_older_api(lines: Sequence[Line]) -> None:
    """Raise `PageRefused` for a page of API 2.0."""
    legacy = next((line for line in lines if "api.qcloud.com" in line.text), None)
    if legacy is not None and not any("tencentcloudapi.com" in line.text for line in lines):
        raise legacy.refused(_EXPECTED, "a page of API 2.0 (host api.qcloud.com)")
