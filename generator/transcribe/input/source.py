"""Bytes of a page, its name and its size limits."""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..problems import PageRefused

MAX_TEXT_BYTES: Final = 2 * 1024 * 1024
"""In bytes. Real pages are far smaller; the limit bounds time and memory."""

MAX_HTML_BYTES: Final = 16 * 1024 * 1024
"""In bytes. A browser saves styles, scripts and pictures with the page."""

STANDARD_INPUT: Final = "-"

_START_BYTES: Final = 20_000
"""In bytes. The beginning of a page identifies its format."""
_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,4000}-->\s*){0,8}"
    rb"<(?:!doctype\s+html|html|head|body|div|section|article|main|h[1-6]|table|p)\b",
    re.IGNORECASE,
)
_ARCHIVE: Final = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEADER: Final = re.compile(rb"[A-Za-z-]{1,40}:")


@dataclass(frozen=True, slots=True)
class PageSource:
    """Bytes of one page file, and its name in messages."""

    name: str
    data: bytes

    @classmethod
    def open(cls, name: str) -> PageSource:
        """Read a file, or standard input for `-`. Raises `PageRefused` for a page that cannot be read or is too large."""
        try:
            if name == STANDARD_INPUT:
                data = sys.stdin.buffer.read(MAX_HTML_BYTES + 1)
            else:
                with Path(name).open("rb") as file:
                    data = file.read(MAX_HTML_BYTES + 1)
        except (OSError, ValueError) as error:  # ValueError: the name contains a NUL
            reason = error.strerror if isinstance(error, OSError) else None
            raise PageRefused(name, 1, f"a file that cannot be read ({reason or error})", "a page") from error
        largest = MAX_HTML_BYTES if is_html(data) else MAX_TEXT_BYTES
        if len(data) > largest:
            raise PageRefused(name, 1, f"more than {largest:,} bytes", "one page, which is far smaller")
        return cls(name, data)

    @property
    def sha256(self) -> str:
        """SHA-256 digest of the bytes as read."""
        return hashlib.sha256(self.data).hexdigest()


def is_html(data: bytes) -> bool:
    """Return whether the page is HTML or an archive of an HTML page."""
    return _HTML.match(data[:_START_BYTES].removeprefix(b"\xef\xbb\xbf")) is not None or is_archive(data)


def is_archive(data: bytes) -> bool:
    """Return whether the page is an archive that a browser saved as a single file (`.mhtml`)."""
    start = data[:_START_BYTES]
    return _HEADER.match(start) is not None and _ARCHIVE.search(start) is not None
