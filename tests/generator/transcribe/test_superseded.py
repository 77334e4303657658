from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.generator.transcribe.pages import LIST, edited

NEWER = edited(edited(LIST, "2023-07-18 11:11:07", "2024-01-01 00:00:00"), "at most 20 requests", "at most 100 requests")
NEWER = edited(NEWER, "Namespace No String", "Namespace Yes String")


@pytest.mark.parametrize("turned", [False, True])
def test_newer_page(tmp_path: Path, capsys: pytest.CaptureFixture[str], *, turned: bool) -> None:
    """The newer of two pages of one action counts in any order, and a line of JSON lists its changes."""
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
