from __future__ import annotations

from pathlib import Path

import pytest

from generator.transcribe import PageRefused
from tests.generator.transcribe.pages import LIST, OWN, STATUS, VENDOR, read, refusal

PAGES = [*OWN.values(), *VENDOR.values()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_every_prefix(path: Path) -> None:
    """Every prefix of a page is refused, except at a full stop of an error text, where truncation cannot be detected."""
    page = path.read_bytes().decode()
    whole = read(page)
    # Every character of our pages, and every seventh of the vendor's, which have the same layout.
    for length in range(0, len(page), 1 if path in OWN.values() else 7):
        prefix = page[:length]
        try:
            cut = read(prefix)
        except PageRefused as refused:
            assert refused.line <= prefix.count("\n") + 1
            continue
        assert prefix.rstrip().endswith("."), prefix[-40:]
        assert [error.code for error in cut.errors] == [error.code for error in whole.errors][: len(cut.errors)]
        assert [*cut.errors[:-1]] == [*whole.errors[: len(cut.errors) - 1]]
        assert whole.errors[len(cut.errors) - 1].description.startswith(cut.errors[-1].description)
        assert (cut.inputs, cut.outputs, cut.examples) == (whole.inputs, whole.outputs, whole.examples)


@pytest.mark.parametrize("page", [LIST, STATUS], ids=["list", "status"])
def test_prefix_before_error_codes(page: str) -> None:
    """A page truncated before its first complete error code is refused at its last line with text."""
    lines = page.split("\n")
    first_code = lines.index("Error Code Description") + 1
    for count in range(1, first_code + 1):
        for end in ("", "\n"):
            refused = refusal("\n".join(lines[:count]) + end)
            assert refused.line <= count
            assert refused.found
            assert refused.expected


def test_missing_section_in_message() -> None:
    """The message for a truncated page names the missing section."""
    assert str(refusal(LIST[: LIST.index("4. Example")])).endswith(
        'found the end of the page; expected the section "Example"',
    )


def test_truncated_error_code() -> None:
    """A page truncated inside a code or its text is refused."""
    for end in ("ResourceNotFound.Ver", "ResourceNotFound.", "ResourceNotFound", "Resource", "has no such"):
        cut = LIST[: LIST.rindex(end) + len(end)]
        assert refusal(cut).line == 111


def test_optional_final_line_break() -> None:
    """A final line break does not change the facts."""
    assert read(LIST.rstrip("\n")).errors == read(LIST + "\n\n").errors == read(LIST).errors
