"""Pages of SCF, our own and the vendor's if available, and functions to read and damage them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from generator.transcribe import PageCollection, PageRefused, PageSource, assemble, read_page
from generator.transcribe.facts import PageFacts, Parameter
from generator.transcribe.unknown import UnknownFact

ROOT = Path(__file__).parents[3]
SPEC = ROOT / "spec/scf/2018-04-16"
OWN = {path.stem: path for path in sorted((SPEC / "pages").glob("*.txt"))}

_VENDOR_FOLDER = Path(os.environ.get("TENCENTKIT_VENDOR_PAGES") or ROOT.parent / "shared/pages")
VENDOR = {path.stem: path for path in sorted(_VENDOR_FOLDER.glob("*.txt")) if path.stem in OWN}
"""Pages of the vendor, which we may not publish. Where they are missing, tests that compare with them collect nothing."""

LIST = OWN["ListAsyncEvents"].read_text(encoding="utf-8")
STATUS = OWN["GetAsyncEventStatus"].read_text(encoding="utf-8")


def read(page: str | bytes, name: str = "page.txt") -> PageFacts:
    """Return the facts of a page."""
    return read_page(PageSource(name, page.encode() if isinstance(page, str) else page))


def refusal(page: str | bytes) -> PageRefused:
    """Return the error that refuses the page."""
    try:
        facts = read(page)
    except PageRefused as error:
        return error
    raise AssertionError(f"not refused: {facts}")


def unknown(page: str) -> UnknownFact:
    """Return the only unknown fact of the page."""
    (one,) = read(page).unknown
    return one


def edited(page: str, old: str, new: str) -> str:
    """Return the page with one unique text replaced."""
    assert page.count(old) == 1, f"{old!r} occurs {page.count(old)} times"
    return page.replace(old, new)


def after(page: str, line: str, *more: str) -> str:
    """Return the page with lines added below this one."""
    return edited(page, f"\n{line}\n", "\n".join(("", line, *more, "")))


def line_of(page: str, text: str) -> int:
    """Return the number of the line that equals the text, or of the only line that contains it."""
    lines = page.split("\n")
    (number,) = [number for number, line in enumerate(lines, start=1) if (line == text if text in lines else text in line)]
    return number


def inputs(page: PageFacts) -> dict[str, Parameter]:
    """Return the inputs by name."""
    return {parameter.name: parameter for parameter in page.inputs}


def outputs(page: PageFacts) -> dict[str, Parameter]:
    """Return the outputs by name."""
    return {parameter.name: parameter for parameter in page.outputs}


def document(*pages: str | Path, keep_prose: bool = False) -> dict[str, Any]:
    """Return the document of these pages."""
    sources = [page.read_bytes() if isinstance(page, Path) else page.encode() for page in pages]
    facts = [read_page(PageSource(f"page{number}.txt", source)) for number, source in enumerate(sources)]
    return assemble(PageCollection(facts), keep_prose=keep_prose)
