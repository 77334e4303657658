from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.generator.transcribe.pages import LIST, edited, read

NEWER = edited(edited(LIST, "2023-07-18 11:11:07", "2024-01-01 00:00:00"), "at most 20 requests", "at most 100 requests")
NEWER = edited(NEWER, "Namespace No String", "Namespace Yes String")


@pytest.mark.parametrize("turned", [False, True])
def test_newer_page(tmp_path: Path, capsys: pytest.CaptureFixture[str], *, turned: bool) -> None:
    """Of two pages of one action the newer one counts, whatever their order, and what it changed is shown as one line of JSON."""
    names = []
    for name, page in (("old.txt", LIST), ("new.txt", NEWER)):
        (tmp_path / name).write_text(page, encoding="utf-8")
        names.append(str(tmp_path / name))
    output = tmp_path / "facts.json"
    assert main(["transcribe", *(reversed(names) if turned else names), "--output", str(output)]) == 0
    assert json.loads(output.read_text())["paths"]["/ListAsyncEvents"]["post"]["x-tc-rate-limit"] == 100
    assert json.loads(capsys.readouterr().err) == {
        "warning": "superseded",
        "page": names[0],
        "action": "ListAsyncEvents",
        "updated": "2023-07-18 11:11:07",
        "by": names[1],
        "by-updated": "2024-01-01 00:00:00",
        "differences": ["rate limit: 20 -> 100", "input Namespace: String, optional -> String, required"],
    }


def test_unknown_is_a_line_of_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a page does not give is reported on standard error, one JSON object a line, and the page is taken."""
    page = tmp_path / "page.txt"
    page.write_text(edited(LIST, "&Offset=0", "&Offsets=0"), encoding="utf-8")
    assert main(["transcribe", str(page), "--output", str(tmp_path / "facts.json")]) == 0
    warning = json.loads(capsys.readouterr().err)
    assert (warning["warning"], warning["page"], warning["fact"]) == ("unknown", str(page), "Example1.request")
    assert warning["line"] == read(page.read_text(encoding="utf-8")).unknown[0].line
