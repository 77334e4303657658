from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.transcribe.pages.reader import PAGE_SUFFIXES

SPEC = Path(__file__).parents[3] / "spec/scf/2018-04-16"


def test_missing_actions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Actions without a page are listed as not compared."""
    text = (SPEC / "pages/ListAsyncEvents.txt").read_text(encoding="utf-8")
    (tmp_path / "ListAsyncEvents.txt").write_text(text.replace("20 requests", "30 requests"), encoding="utf-8")
    assert main(["watch", str(SPEC), str(tmp_path), "--current", "0.1.0"]) == 1
    printed = capsys.readouterr().out
    assert "note: GetAsyncEventStatus: not compared" in printed
    assert "the next version after 0.1.0 is 0.1.1" in printed
    assert "GetAsyncEventStatus: action removed" not in printed


def test_facts_document() -> None:
    """The newer source may be a facts document, as written by `convert`."""
    assert main(["watch", str(SPEC), str(SPEC / "transcribed.json")]) == 0


def test_folder_without_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The error and the help list every suffix of a page."""
    shutil.copy(SPEC / "transcribed.json", tmp_path)
    assert main(["watch", str(SPEC), str(tmp_path)]) == 3
    printed = capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["watch", "--help"])
    shown = capsys.readouterr().out
    assert all(f"*{suffix}" in printed and f"*{suffix}" in shown for suffix in PAGE_SUFFIXES)
