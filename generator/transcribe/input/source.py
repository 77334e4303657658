"""A page as bytes: where it came from, and how much of it we are willing to take."""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..problems import PageRefused

LARGEST_PAGE: Final = 2 * 1024 * 1024
"""In bytes. The largest real pages stay far below; a cap keeps time and memory bounded on anything else."""

LARGEST_HTML: Final = 16 * 1024 * 1024
"""In bytes: a browser saves styles, scripts and pictures into the page, of which nothing is read."""

STANDARD_INPUT: Final = "-"

_START: Final = 20_000
"""In bytes: what a page is shows in its beginning."""
_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,4000}-->\s*){0,8}"
    rb"<(?:!doctype\s+html|html|head|body|div|section|article|main|h[1-6]|table|p)\b",
    re.IGNORECASE,
)
_ARCHIVE: Final = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEADER: Final = re.compile(rb"[A-Za-z-]{1,40}:")


@dataclass(frozen=True, slots=True)
class PageSource:
    """The bytes of one page file and the name that messages call it by."""

    name: str
    data: bytes

    @classmethod
    def open(cls, name: str) -> PageSource:
        """Read a file, or standard input for `-`. Raises `PageRefused` for a page that cannot be read or is too large."""
        try:
            if name == STANDARD_INPUT:
                data = sys.stdin.buffer.read(LARGEST_HTML + 1)
            else:
                with Path(name).open("rb") as file:
                    data = file.read(LARGEST_HTML + 1)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            reason = error.strerror if isinstance(error, OSError) else None
            raise PageRefused(name, 1, f"no readable file ({reason or error})", "a page") from error
        largest = LARGEST_HTML if is_html(data) else LARGEST_PAGE
        if len(data) > largest:
            raise PageRefused(name, 1, f"more than {largest:,} bytes", "one page, which is far smaller")
        return cls(name, data)

    @property
    def sha256(self) -> str:
        """Of the bytes as they were read."""
        return hashlib.sha256(self.data).hexdigest()


def is_html(data: bytes) -> bool:
    """Whether the page is HTML, or the archive of one."""
    return _HTML.match(data[:_START].removeprefix(b"\xef\xbb\xbf")) is not None or is_archive(data)


def is_archive(data: bytes) -> bool:
    """Whether this is a page as a browser saves it in a single file (`.mhtml`)."""
    start = data[:_START]
    return _HEADER.match(start) is not None and _ARCHIVE.search(start) is not None
