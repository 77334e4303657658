from __future__ import annotations

import json
from typing import Any

import pytest

from tencentkit._cli import output


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred\a", "\\x1b[31mred\\x07"),
        ("two\nlines", "two\\nlines"),
        (None, ""),
        (7, "7"),
        ({"a": [1]}, '{"a": [1]}'),
    ],
)
def test_control_characters_are_escaped(value: Any, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A function name cannot control the terminal."""
    output.write_items([{"A": value}], columns=["A"], output="table")
    assert capsys.readouterr().out.splitlines()[2:] == [shown]


def test_wide_characters_take_two_columns(capsys: pytest.CaptureFixture[str]) -> None:
    """Columns line up with Chinese text."""
    output.write_items([{"A": "函数", "B": "x"}, {"A": "name", "B": "y"}], columns=["A", "B"], output="table")
    assert capsys.readouterr().out.splitlines() == ["A     B", "----  -", "函数  x", "name  y"]


def test_table_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The widest columns are truncated on a terminal, never in a file."""
    import io

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", "30")
    terminal, file = Terminal(), io.StringIO()
    for to in (terminal, file):
        output.write_items([{"A": "x" * 50, "B": "short"}], columns=["A", "B"], output="table", to=to)
    assert max(len(line) for line in terminal.getvalue().splitlines()) == 30
    assert "…" in terminal.getvalue()
    assert "x" * 50 in file.getvalue()


def test_json_keeps_line_separators(capsys: pytest.CaptureFixture[str]) -> None:
    """Only a newline of the layout is indented: U+2028 and U+0085 in a text do not break the JSON."""
    items = [{"A": "x\u2028y\x85z"}, {"A": ""}]
    output.write_items(items, columns=["A"], output="json")
    assert json.loads(capsys.readouterr().out) == items
