"""Printing what came: as a table, as JSON, as CSV; with the service's own names."""

from __future__ import annotations

import csv
import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TextIO

LINES = "\n\t"
"""What a text of several lines keeps of its control characters."""
_GAP = "  "
_LONGEST = 60
_SAMPLE = 200

Row = Mapping[str, Any]


def write_items(items: Iterable[Row], *, columns: Sequence[str], output: str, to: TextIO | None = None) -> int:
    """Print items as they come; returns how many there were.

    A table's columns are as wide as its first 200 items want them: later ones are printed as they come, too.

    Args:
        items: The items, by wire names.
        columns: Names that are always there.
        output: `table`, `json` or `csv`.
        to: Where to; standard output where nothing is given.
    """
    to = sys.stdout if to is None else to
    writers = {"json": _write_json, "csv": _write_csv, "table": _write_table}
    return writers[output](iter(items), columns, to)


def write_object(content: Row, *, output: str, to: TextIO | None = None) -> None:
    """Print one object: JSON, or a line for each of its fields."""
    to = sys.stdout if to is None else to
    if output == "json":
        print(json.dumps(content, ensure_ascii=False, indent=2), file=to)
        return
    rows = [{"Field": name, "Value": value} for name, value in content.items()]
    write_items(rows, columns=("Field", "Value"), output=output, to=to)


def _write_json(items: Iterator[Row], _: Sequence[str], to: TextIO) -> int:
    count = 0
    for count, item in enumerate(items, 1):
        print("[" if count == 1 else ",", file=to)
        to.write(_indented(json.dumps(item, ensure_ascii=False, indent=2)))
    print("\n]" if count else "[]", file=to)
    return count


def _write_csv(items: Iterator[Row], columns: Sequence[str], to: TextIO) -> int:
    writer = csv.writer(to, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for item in items:
        count += 1
        writer.writerow([_text(item.get(name)) for name in columns])
    return count


def _write_table(items: Iterator[Row], columns: Sequence[str], to: TextIO) -> int:
    first = list(islice(items, _SAMPLE))
    rows = [[_shown(item.get(name)) for name in columns] for item in first]
    widths = [max(_width(text) for text in column) for column in zip(columns, *rows, strict=True)]
    room = shutil.get_terminal_size().columns if to.isatty() else None
    widths = _fitted(widths, room)
    print(_line(columns, widths).rstrip(), file=to)
    print(_GAP.join("-" * width for width in widths), file=to)
    count = 0
    for row in rows:
        count += 1
        print(_line(row, widths).rstrip(), file=to)
    for item in items:
        count += 1
        print(_line([_shown(item.get(name)) for name in columns], widths).rstrip(), file=to)
    return count


def _fitted(widths: list[int], room: int | None) -> list[int]:
    """The widths, the widest made narrower until the line fits a terminal; a file gets all of each value."""
    if room is None:
        return widths
    widths = [min(width, _LONGEST) for width in widths]
    while sum(widths) + len(_GAP) * (len(widths) - 1) > room and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    last = len(cells) - 1
    is_terminal = [_cut(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return _GAP.join(text if index == last else text + " " * (widths[index] - _width(text)) for index, text in enumerate(is_terminal))


def _cut(text: str, width: int) -> str:
    if _width(text) <= width:
        return text
    kept = ""
    for character in text:
        if _width(kept + character) >= width:
            break
        kept += character
    return kept + "…"


def _width(text: str) -> int:
    """Columns that `text` takes: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 0 if unicodedata.combining(character) else 1 for character in text)


def harmless(text: str, kept: str = "") -> str:
    """`text` with its control characters written out, but for those in `kept`."""
    # A terminal obeys them; whoever can name a function, or write one, must not command the reader's.
    return "".join(character if character.isprintable() or character in kept else repr(character)[1:-1] for character in text)


def _shown(value: Any) -> str:
    return harmless(_text(value))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
