from __future__ import annotations

from pathlib import Path

import pytest

from generator.transcribe import PageRefused
from tests.generator.transcribe.pages import LIST, OWN, STATUS, VENDOR, read, refusal

PAGES = [*OWN.values(), *VENDOR.values()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_every_prefix(path: Path) -> None:
    """A page cut off anywhere is refused, unless the cut stands behind a full stop of an error's text, where nothing can tell it."""
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
def test_every_line_before_the_codes(page: str) -> None:
    """A page that ends at any line before its first whole code is refused at its last line that says something."""
    lines = page.split("\n")
    first_code = lines.index("Error Code Description") + 1
    for count in range(1, first_code + 1):
        for end in ("", "\n"):
            refused = refusal("\n".join(lines[:count]) + end)
            assert refused.line <= count
            assert refused.found
            assert refused.expected


def test_end_is_named() -> None:
    """The refusal of a truncated page names the part that is missing."""
    assert str(refusal(LIST[: LIST.index("4. Example")])).endswith(
        'found the end of the page; expected the part "Example"',
    )


def test_cut_inside_a_code() -> None:
    """A page cut off inside a code or inside its text is refused."""
    for end in ("ResourceNotFound.Ver", "ResourceNotFound.", "ResourceNotFound", "Resource", "has no such"):
        cut = LIST[: LIST.rindex(end) + len(end)]
        assert refusal(cut).line == 111


def test_final_line_end_is_optional() -> None:
    """A page with and without a line end at its end says the same."""
    assert read(LIST.rstrip("\n")).errors == read(LIST + "\n\n").errors == read(LIST).errors
