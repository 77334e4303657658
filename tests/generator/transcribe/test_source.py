from __future__ import annotations

import pytest

from generator.transcribe import PageRefused, PageSource
from tests.generator.transcribe.pages import OWN


def test_size_limit() -> None:
    """Reading stops at the size limit, so an endless device is refused, too."""
    with pytest.raises(PageRefused, match="more than 2,097,152 bytes"):
        PageSource.open("/dev/zero")


def test_unreadable_file() -> None:
    """A missing file, a folder and an invalid name are refused."""
    folder = OWN["ListAsyncEvents"].parent
    for name in (str(folder), str(folder / "Missing.txt"), "a\0b"):
        with pytest.raises(PageRefused, match="a file that cannot be read"):
            PageSource.open(name)
