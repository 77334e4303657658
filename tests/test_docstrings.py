"""Docstrings and names of all tests."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parent
MAX_WORDS = 6


def functions() -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Yield each test function with its file, relative to tests/."""
    for file in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                yield file.relative_to(TESTS), node


def test_docstrings() -> None:
    """The first line of each docstring is a sentence."""
    wrong = [
        f"{file}:{node.lineno} {node.name}"
        for file, node in functions()
        if not (ast.get_docstring(node) or "").partition("\n")[0].endswith(".")
    ]
    assert not wrong


def test_names() -> None:
    """A name has at most six words after `test_`."""
    long = [
        f"{file}:{node.lineno} {node.name}" for file, node in functions() if len(node.name.removeprefix("test_").split("_")) > MAX_WORDS
    ]
    assert not long
