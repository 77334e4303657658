"""Sentences of docstrings and Markdown pages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LONGEST = 30
"""Words of a sentence that reads well in one go; style.md aims at 25."""
_FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_ITEM = re.compile(r"([-*+]|\d+\.)\s|[\w`*., ]{1,60}: ")
_CODE = re.compile(r"`[^`]*`")
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
_END = re.compile(r"(?<=[.!?])\s+")


class Sentence(NamedTuple):
    """A sentence and its place."""

    place: str
    text: str

    @property
    def words(self) -> int:
        """Number of words; inline code counts as one."""
        return len(self.text.split())


def sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a Python file's docstrings, or of a Markdown page."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        for line, docstring in _docstrings(ast.parse(text)):
            yield from (Sentence(f"{path}:{line}", one) for one in _split(docstring))
    else:
        yield from (Sentence(str(path), one) for one in _split(_FENCE.sub("", text)))


def _docstrings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield docstrings, those of attributes included."""
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for statement in body if isinstance(body, list) else ():
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and isinstance(statement.value.value, str):
                yield statement.lineno, statement.value.value


def _split(text: str) -> Iterator[str]:
    for block in _blocks(text):
        plain = _LINK.sub(r"\1", _CODE.sub("code", block))
        yield from (one for one in _END.split(plain) if one.strip())


def _blocks(text: str) -> Iterator[str]:
    """Yield paragraphs; each list item, table cell, heading and entry of `Args:` is one of its own."""
    current: list[str] = []
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("|"):
            yield " ".join(current)
            current = []
            yield from line.strip("|").split("|")
        elif not line or line.startswith("#") or _ITEM.match(line):
            yield " ".join(current)
            current = [line] if line else []
        else:
            current.append(line)
    yield " ".join(current)
