from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.generator.transcribe.pages import LIST, OWN, ROOT, SPEC, STATUS, edited, read

PAGES = [str(path) for path in OWN.values()]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "facts.json"


def page(folder: Path, text: str, name: str = "page.txt") -> str:
    """A page file, by its name."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_committed_facts(output: Path) -> None:
    """Our pages give exactly the committed transcribed.json."""
    assert main(["transcribe", *PAGES, "--prose", "keep", "--output", str(output)]) == 0
    assert output.read_bytes() == (SPEC / "transcribed.json").read_bytes()


def test_order_of_pages(output: Path) -> None:
    """The order of the pages does not change the document."""
    assert main(["transcribe", *reversed(PAGES), "--prose", "keep", "--output", str(output)]) == 0
    assert output.read_bytes() == (SPEC / "transcribed.json").read_bytes()


def test_prose_dropped_by_default(output: Path) -> None:
    """Without --prose the document contains no prose."""
    assert main(["transcribe", PAGES[0], "--output", str(output)]) == 0
    assert "description" not in json.loads(output.read_text())["paths"]["/GetAsyncEventStatus"]["post"]


def test_standard_input(output: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`-` reads standard input, at most once, and names the page in messages."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STATUS.encode())))
    assert main(["transcribe", "-", "--output", str(output)]) == 0
    assert list(json.loads(output.read_text())["paths"]) == ["/GetAsyncEventStatus"]
    output.unlink()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STATUS.encode()[:-100])))
    assert main(["transcribe", "-", "--output", str(output)]) == 1
    assert capsys.readouterr().err.startswith("-:7")
    assert main(["transcribe", "-", "-", "--output", str(output)]) == 1
    assert not output.exists()


def test_refused_page(tmp_path: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One refused page among valid ones gives exit code 1, one line, and no output."""
    bad = page(tmp_path, edited(LIST, "Namespace No String Name", "Namespace Maybe String Name"))
    output.write_text("as it was")
    assert main(["transcribe", PAGES[0], bad, "--output", str(output)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line == (
        f'{bad}:30: found "Namespace Maybe String Namespace of the function."; '
        'expected a row "Name Yes/No Type Description", or text that does not look like one'
    )
    assert output.read_text() == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts.json", "page.txt"]


def test_every_refused_page(tmp_path: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each refused page has its own line."""
    bad = [page(tmp_path, "", "empty.txt"), page(tmp_path, "x" * (10 * 1024 * 1024), "large.txt"), str(tmp_path / "missing.txt")]
    assert main(["transcribe", *bad, "--output", str(output)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in lines] == bad
    assert "an empty page" in lines[0]
    assert "more than 2,097,152 bytes" in lines[1]
    assert "No such file" in lines[2]
    assert not output.exists()


def test_pages_of_two_products(tmp_path: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pages of two products are refused."""
    other = page(tmp_path, STATUS.replace("scf.", "cvm."))
    assert main(["transcribe", PAGES[1], other, "--output", str(output)]) == 1
    assert capsys.readouterr().err.startswith(f"{other}:1: found the host")
    assert not output.exists()


def test_unwritable_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An output that cannot be written, or is one of the pages, gives one line and exit code 1."""
    for output in (tmp_path, tmp_path / "no/such/folder.json"):
        assert main(["transcribe", PAGES[0], "--output", str(output)]) == 1
        assert "cannot be written" in capsys.readouterr().err
    source = page(tmp_path, LIST)
    assert main(["transcribe", source, "--output", source]) == 1
    assert Path(source).read_text(encoding="utf-8") == LIST


def test_subprocess(tmp_path: Path) -> None:
    """`python -m generator transcribe` works in the root of the project."""
    bad = page(tmp_path, LIST[:2000])
    command = [sys.executable, "-m", "generator", "transcribe", bad, "--output", str(tmp_path / "facts.json")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{bad}:")
    assert "Traceback" not in result.stderr


def test_warning_for_unknown_fact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line of JSON on standard error reports an unknown fact, and the command succeeds."""
    page = tmp_path / "page.txt"
    page.write_text(edited(LIST, "&Offset=0", "&Offsets=0"), encoding="utf-8")
    assert main(["transcribe", str(page), "--output", str(tmp_path / "facts.json")]) == 0
    warning = json.loads(capsys.readouterr().err)
    assert (warning["warning"], warning["page"], warning["fact"]) == ("unknown", str(page), "Example1.request")
    assert warning["line"] == read(page.read_text(encoding="utf-8")).unknown[0].line
