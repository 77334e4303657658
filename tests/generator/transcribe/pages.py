"""The pages of SCF, ours and where present the vendor's, and how tests read and damage them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from generator.transcribe import PageRefused, PageSource, Reading, assemble, read_page
from generator.transcribe.facts import PageFacts, Parameter
from generator.transcribe.unknown import Unknown

ROOT = Path(__file__).parents[3]
SPEC = ROOT / "spec/scf/2018-04-16"
OWN = {path.stem: path for path in sorted((SPEC / "pages").glob("*.txt"))}

_VENDOR_FOLDER = Path(os.environ.get("TENCENTKIT_VENDOR_PAGES") or ROOT.parent / "shared/pages")
VENDOR = {path.stem: path for path in sorted(_VENDOR_FOLDER.glob("*.txt")) if path.stem in OWN}
"""The vendor's pages are not ours to publish: empty wherever they are not at hand, and tests that compare with them collect nothing."""

LIST = OWN["ListAsyncEvents"].read_text(encoding="utf-8")
STATUS = OWN["GetAsyncEventStatus"].read_text(encoding="utf-8")


def read(page: str | bytes, name: str = "page.txt") -> PageFacts:
    """Read a page that a test has made."""
    return read_page(PageSource(name, page.encode() if isinstance(page, str) else page))


def refusal(page: str | bytes) -> PageRefused:
    """The refusal of a page that must not be read."""
    try:
        facts = read(page)
    except PageRefused as refused:
        return refused
    raise AssertionError(f"read as a whole page: {facts}")


def unknown(page: str) -> Unknown:
    """The one fact that the page is reported not to give."""
    (one,) = read(page).unknown
    return one


def edited(page: str, old: str, new: str) -> str:
    """The page with one piece of it exchanged."""
    assert page.count(old) == 1, f"{old!r} stands there {page.count(old)} times"
    return page.replace(old, new)


def after(page: str, line: str, *more: str) -> str:
    """The page with further lines below this one."""
    return edited(page, f"\n{line}\n", "\n".join(("", line, *more, "")))


def line_of(page: str, text: str) -> int:
    """The number of the line that is the text, or else of the only one that holds it."""
    lines = page.split("\n")
    (number,) = [number for number, line in enumerate(lines, start=1) if (line == text if text in lines else text in line)]
    return number


def inputs(page: PageFacts) -> dict[str, Parameter]:
    """The inputs by name."""
    return {parameter.name: parameter for parameter in page.inputs}


def outputs(page: PageFacts) -> dict[str, Parameter]:
    """The outputs by name."""
    return {parameter.name: parameter for parameter in page.outputs}


def document(*pages: str | Path, keep_prose: bool = False) -> dict[str, Any]:
    """The document of these pages."""
    sources = [page.read_bytes() if isinstance(page, Path) else page.encode() for page in pages]
    facts = [read_page(PageSource(f"page{number}.txt", source)) for number, source in enumerate(sources)]
    return assemble(Reading(facts), keep_prose=keep_prose)
