"""Output formats: table, JSON and CSV, with the wire names of the service."""

from __future__ import annotations

import csv
import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, TextIO

LINE_CONTROLS = "\n\t"
"""Control characters that a text of several lines keeps."""
_GAP = "  "
_MAXIMUM_WIDTH = 60
_SAMPLE = 200

Row = Mapping[str, Any]


def write_items(items: Iterable[Row], *, columns: Sequence[str], output: str, to: TextIO | None = None) -> None:
    """Print items as they arrive. The first 200 decide a table's column widths.

    Args:
        items: The items, by wire names.
        columns: Field names, also for the header of an empty listing.
        output: `table`, `json`, `jsonl` or `csv`.
        to: Output stream (default: standard output).
    """
    writers = {"json": _write_json, "jsonl": _write_lines, "csv": _write_csv, "table": _write_table}
    writers[output](iter(items), columns, sys.stdout if to is None else to)


def write_object(content: Row, *, output: str) -> None:
    """Print one object: as JSON, of one line in `jsonl`, or one row per field."""
    if output == "json":
        print(json.dumps(content, ensure_ascii=False, indent=2))
        return
    if output == "jsonl":
        print(json.dumps(content, ensure_ascii=False))
        return
    rows = [{"Field": name, "Value": value} for name, value in content.items()]
    write_items(rows, columns=("Field", "Value"), output=output)


def _write_json(items: Iterator[Row], _: Sequence[str], to: TextIO) -> None:
    before = "["
    for item in items:
        print(before, file=to)
        to.write("  " + json.dumps(item, ensure_ascii=False, indent=2).replace("\n", "\n  "))
        before = ","
    print("[]" if before == "[" else "\n]", file=to)


def _write_lines(items: Iterator[Row], _: Sequence[str], to: TextIO) -> None:
    for item in items:
        print(json.dumps(item, ensure_ascii=False), file=to, flush=True)


def _write_csv(items: Iterator[Row], columns: Sequence[str], to: TextIO) -> None:
    writer = csv.writer(to, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_text(item.get(name)) for name in columns] for item in items)


def _write_table(items: Iterator[Row], columns: Sequence[str], to: TextIO) -> None:
    rows = ([_cell(item.get(name)) for name in columns] for item in items)
    first = list(islice(rows, _SAMPLE))
    widths = [max(_width(text) for text in column) for column in zip(columns, *first, strict=True)]
    if to.isatty():
        widths = _fitted(widths, shutil.get_terminal_size().columns)
    print(_line(columns, widths).rstrip(), file=to)
    print(_GAP.join("-" * width for width in widths), file=to)
    for row in chain(first, rows):
        print(_line(row, widths).rstrip(), file=to)


def _fitted(widths: list[int], limit: int) -> list[int]:
    """Narrow the widest columns until a line fits the terminal."""
    widths = [min(width, _MAXIMUM_WIDTH) for width in widths]
    while sum(widths) + len(_GAP) * (len(widths) - 1) > limit and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    last = len(cells) - 1
    texts = [_truncated(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return _GAP.join(text if index == last else text + " " * (widths[index] - _width(text)) for index, text in enumerate(texts))


def _truncated(text: str, width: int) -> str:
    if _width(text) <= width:
        return text
    kept = ""
    for character in text:
        if _width(kept + character) >= width:
            break
        kept += character
    return kept + "…"


def _width(text: str) -> int:
    """Return the terminal columns of `text`: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 0 if unicodedata.combining(character) else 1 for character in text)


def escape_controls(text: str, kept: str = "") -> str:
    """Escape the control characters of `text`, except those in `kept`."""
    # A terminal obeys them: a function's name, result or log must not control it.
    return "".join(character if character.isprintable() or character in kept else repr(character)[1:-1] for character in text)


def _cell(value: Any) -> str:
    return escape_controls(_text(value))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
