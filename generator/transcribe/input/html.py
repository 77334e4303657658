"""A page as HTML, saved from a browser -> lines, with cells where it has tables: what stands on the screen, and nothing else."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Protocol

from lxml import etree  # type: ignore[import-untyped] # it ships no types: `Element` says what is used

from ..problems import PageRefused
from ..vocabulary import ERROR_HEADERS, INPUT_HEADERS, OUTPUT_HEADERS
from .lines import LONGEST_LINE, make_line
from .source import is_archive

if TYPE_CHECKING:
    from .lines import Line

_UNSEEN_TEXT: Final = re.compile(r"<!--.*?-->|<(script|style|svg|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_LAST_TAG: Final = re.compile(r"</[A-Za-z][A-Za-z0-9-]*\s*>\s*\Z")

_UNSEEN: Final = frozenset(
    {"button", "head", "iframe", "input", "nav", "noscript", "option", "script", "select", "style", "svg", "template", "textarea"}
)
_BLOCKS: Final = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "footer",
        ),
        *("form", "header", "hr", "html", "li", "main", "ol", "p", "section", "summary", "ul"),
    }
)
_TABLES: Final = frozenset({*INPUT_HEADERS, *OUTPUT_HEADERS, *ERROR_HEADERS})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ANCHOR_SIGNS: Final = " #¶§"


class Element(Protocol):
    """An element of the tree that lxml makes, as far as it is looked at."""

    tag: object
    text: str | None
    tail: str | None
    sourceline: int | None

    def get(self, key: str) -> str | None:
        """An attribute."""

    def iter(self) -> Iterator[Element]:
        """The element and all inside it."""

    def __iter__(self) -> Iterator[Element]:
        """The elements directly inside it."""


def read_html(page: str, data: bytes) -> list[Line]:
    """The lines that a reader of the page sees. Raises `PageRefused` for what is no UTF-8, or was cut off."""
    text = _decoded(page, _unpacked(page, data))
    _check_whole(page, text)
    root = _tree(text)
    if root is None:
        raise PageRefused(page, 1, "an empty page", "a documentation page")
    writer = _Writer(page)
    writer.write(root)
    writer.end_block()
    if not any(line.text for line in writer.lines):
        raise PageRefused(page, 1, "an empty page", "a documentation page")
    return writer.lines


def with_tables(page: str, text: str, number: int) -> list[Line] | None:
    """The lines of a table that Markdown holds as HTML, the first of them at line `number`; None for one that is not of our kinds."""
    writer = _Writer(page)
    if (root := _tree(text)) is not None:
        writer.write(root)
        writer.end_block()
    lines = [replace(line, number=line.number + number - 1) for line in writer.lines]
    return lines if any(line.text.casefold() in _TABLES for line in lines if line.cells) else None


def _tree(text: str) -> Element | None:
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True)
    root: Element | None = etree.fromstring(text.encode(), parser)
    return root


def _unpacked(page: str, data: bytes) -> bytes:
    if not is_archive(data):
        return data
    for part in email.message_from_bytes(data, policy=email.policy.default).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content
    raise PageRefused(page, 1, "an archive without a page", "a documentation page")


def _decoded(page: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        raise PageRefused(page, number, f"the byte 0x{data[error.start]:02X}, which is no UTF-8", "a page in UTF-8") from error


def _check_whole(page: str, text: str) -> None:
    """A page that was cut off lacks its last tags: what a browser saves has them all."""
    seen = _UNSEEN_TEXT.sub("", text)
    opened, closed = (len(re.findall(rf"<{slash}table\b", seen, re.IGNORECASE)) for slash in ("", "/"))
    whole = re.search(r"</html\s*>\s*\Z", seen, re.IGNORECASE) if re.search(r"<html\b", seen, re.IGNORECASE) else _LAST_TAG.search(seen)
    if opened != closed or not whole:
        raise PageRefused(page, text.rstrip().count("\n") + 1, "the end of the file", "the end of the page: its last tags are missing")


@dataclass(slots=True)
class _Writer:
    """Collects lines; text of elements that do not part lines runs together, with single blanks."""

    page: str
    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    number: int = 1
    prefix: str = ""

    def write(self, element: Element) -> None:
        """An element and what follows it up to the next one."""
        self._element(element)
        self.pieces.append(element.tail or "")

    def end_line(self) -> None:
        """The text up to here is a line; nothing where there is none."""
        text = " ".join("".join(self.pieces).split())
        self.pieces.clear()
        if text:
            self.lines.append(make_line(self.page, self.number, f"{self.prefix}{text}"))
            self.prefix = ""

    def end_block(self) -> None:
        """The text up to here is a paragraph."""
        self.end_line()
        if self.lines and self.lines[-1].raw:
            self.lines.append(make_line(self.page, self.number, ""))

    def _element(self, element: Element) -> None:
        tag = _tag(element)
        if _unseen(element, tag):
            return
        if tag == "br":
            self.end_line()
            self.number = _line(element, self.number)
        elif tag == "pre":
            self._pre(element)
        elif tag == "table":
            self._table(element)
        elif tag in _HEADINGS:
            self.end_block()
            self.number = _line(element, self.number)
            text = " ".join(_text(element).split()).rstrip(_ANCHOR_SIGNS).lstrip(_ANCHOR_SIGNS)
            if text:
                self.lines.append(make_line(self.page, self.number, f"## {text}"))
            self.end_block()
        elif tag in _BLOCKS:
            self.end_line() if tag == "li" else self.end_block()
            self.number = _line(element, self.number)
            self.prefix = "• " if tag == "li" else ""
            self._children(element)
            self.end_line() if tag == "li" else self.end_block()
        else:
            self._children(element)

    def _children(self, element: Element) -> None:
        self.pieces.append(element.text or "")
        for child in element:
            self.write(child)

    def _pre(self, element: Element) -> None:
        self.end_block()
        first = _line(element, self.number)
        for offset, row in enumerate(_preformatted(element).split("\n")):
            self.lines.append(make_line(self.page, first + offset, row))
        self.number = first
        self.end_block()

    def _table(self, table: Element) -> None:
        self.end_block()
        rows = [(row, [cell for cell in row if _tag(cell) in {"td", "th"}]) for row in _rows(table)]
        for row, cells in rows:
            self.number = _line(row, self.number)
            if len(cells) > 1:
                shown = (*(" ".join(_cell(self.page, cell).split()) for cell in cells[:-1]), _cell(self.page, cells[-1]))
                line = make_line(self.page, self.number, " ".join(" ".join(shown).split())[:LONGEST_LINE])
                self.lines.append(line.with_cells(shown))
            else:  # a box around text or code
                for cell in cells:
                    self._children(cell)
                    self.end_line()
        self.end_block()


def _cell(page: str, cell: Element) -> str:
    """The text of a cell, over as many lines as it shows."""
    writer = _Writer(page, number=_line(cell, 1))
    writer._children(cell)  # noqa: SLF001 - its own class
    writer.end_line()
    text = "\n".join(line.text for line in writer.lines if line.text)
    if text:
        return text
    # An icon: its words stand in an attribute.
    return next((words for inner in cell.iter() if (words := inner.get("alt") or inner.get("title") or inner.get("aria-label"))), "")


def _rows(table: Element) -> Iterator[Element]:
    """The rows of this table, those of tables inside its cells left out."""
    for child in table:
        if _tag(child) == "tr":
            yield child
        elif _tag(child) in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if _tag(row) == "tr")


def _preformatted(element: Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        tag = _tag(child)
        if not _unseen(child, tag):
            if tag in {"br", "div", "li", "p", "tr"} and pieces[-1] and not pieces[-1].endswith("\n"):
                pieces.append("\n")
            pieces.append(_preformatted(child))
            if tag in {"div", "li", "p", "tr"} and not pieces[-1].endswith("\n"):
                pieces.append("\n")
        pieces.append(child.tail or "")
        pieces = ["".join(pieces)]
    return "".join(pieces)


def _text(element: Element) -> str:
    if _unseen(element, _tag(element)):
        return ""
    return "".join([element.text or "", *(piece for child in element for piece in (_text(child), child.tail or ""))])


def _tag(element: Element) -> str:
    return element.tag.casefold() if isinstance(element.tag, str) else ""


def _unseen(element: Element, tag: str) -> bool:
    return not tag or tag in _UNSEEN or element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or "") is not None


def _line(element: Element, otherwise: int) -> int:
    return element.sourceline or otherwise
