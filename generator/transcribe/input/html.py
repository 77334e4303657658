"""Converter from HTML saved by a browser to the visible lines of the page, with cells for table rows."""

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
from .lines import MAX_LINE_LENGTH, make_line
from .source import is_archive

if TYPE_CHECKING:
    from .lines import SourceLine

_HIDDEN_MARKUP: Final = re.compile(r"<!--.*?-->|<(script|style|svg|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_LAST_TAG: Final = re.compile(r"</[A-Za-z][A-Za-z0-9-]*\s*>\s*\Z")

_HIDDEN_TAGS: Final = frozenset(
    {"button", "head", "iframe", "input", "nav", "noscript", "option", "script", "select", "style", "svg", "template", "textarea"}
)
_BLOCK_TAGS: Final = frozenset(
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
_HEADING_TAGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ANCHOR_SIGNS: Final = " #¶§"


class HtmlElement(Protocol):
    """The attributes and methods of an lxml element that this module uses."""

    tag: object
    text: str | None
    tail: str | None
    sourceline: int | None

    def get(self, key: str) -> str | None:
        """Return an attribute."""

    def iter(self) -> Iterator[HtmlElement]:
        """Iterate over the element and its descendants."""

    def __iter__(self) -> Iterator[HtmlElement]:
        """Iterate over the child elements."""


def read_html(page: str, data: bytes) -> list[SourceLine]:
    """Return the visible lines of a page. Raises `PageRefused` for invalid UTF-8 and truncated HTML."""
    text = _decode(page, _unpack(page, data))
    _check_complete(page, text)
    root = _parse(text)
    if root is None:
        raise PageRefused(page, 1, "an empty page", "a documentation page")
    builder = _LineBuilder(page)
    builder.write(root)
    builder.end_block()
    if not any(line.text for line in builder.lines):
        raise PageRefused(page, 1, "an empty page", "a documentation page")
    return builder.lines


def read_html_table(page: str, text: str, number: int) -> list[SourceLine] | None:
    """Return the lines of an HTML table inside Markdown, numbered from `number`; None if its header is not known."""
    builder = _LineBuilder(page)
    if (root := _parse(text)) is not None:
        builder.write(root)
        builder.end_block()
    lines = [replace(line, number=line.number + number - 1) for line in builder.lines]
    return lines if any(line.text.casefold() in _TABLES for line in lines if line.cells) else None


def _parse(text: str) -> HtmlElement | None:
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True)
    root: HtmlElement | None = etree.fromstring(text.encode(), parser)
    return root


def _unpack(page: str, data: bytes) -> bytes:
    if not is_archive(data):
        return data
    for part in email.message_from_bytes(data, policy=email.policy.default).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content
    raise PageRefused(page, 1, "an archive without an HTML page", "a documentation page")


def _decode(page: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        raise PageRefused(page, number, f"the byte 0x{data[error.start]:02X}, invalid in UTF-8", "a page in UTF-8") from error


def _check_complete(page: str, text: str) -> None:
    """Raise `PageRefused` for truncated HTML: a browser saves all closing tags."""
    visible = _HIDDEN_MARKUP.sub("", text)
    opened, closed = (len(re.findall(rf"<{slash}table\b", visible, re.IGNORECASE)) for slash in ("", "/"))
    whole = (
        re.search(r"</html\s*>\s*\Z", visible, re.IGNORECASE)
        if re.search(r"<html\b", visible, re.IGNORECASE)
        else _LAST_TAG.search(visible)
    )
    if opened != closed or not whole:
        raise PageRefused(page, text.rstrip().count("\n") + 1, "the end of the file", "the closing tags of the page")


@dataclass(slots=True)
class _LineBuilder:
    """Builder of lines. It joins the text of inline elements with single spaces."""

    page: str
    lines: list[SourceLine] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    number: int = 1
    prefix: str = ""

    def write(self, element: HtmlElement) -> None:
        """Add an element and the text between it and the next one."""
        self._element(element)
        self.pieces.append(element.tail or "")

    def end_line(self) -> None:
        """Add the collected text as a line, unless it is empty."""
        text = " ".join("".join(self.pieces).split())
        self.pieces.clear()
        if text:
            self.lines.append(make_line(self.page, self.number, f"{self.prefix}{text}"))
            self.prefix = ""

    def end_block(self) -> None:
        """Add the collected text as a paragraph."""
        self.end_line()
        if self.lines and self.lines[-1].raw:
            self.lines.append(make_line(self.page, self.number, ""))

    def _element(self, element: HtmlElement) -> None:
        tag = _tag(element)
        if _is_hidden(element, tag):
            return
        if tag == "br":
            self.end_line()
            self.number = _line(element, self.number)
        elif tag == "pre":
            self._pre(element)
        elif tag == "table":
            self._table(element)
        elif tag in _HEADING_TAGS:
            self.end_block()
            self.number = _line(element, self.number)
            text = " ".join(_text(element).split()).rstrip(_ANCHOR_SIGNS).lstrip(_ANCHOR_SIGNS)
            if text:
                self.lines.append(make_line(self.page, self.number, f"## {text}"))
            self.end_block()
        elif tag in _BLOCK_TAGS:
            self.end_line() if tag == "li" else self.end_block()
            self.number = _line(element, self.number)
            self.prefix = "• " if tag == "li" else ""
            self._children(element)
            self.end_line() if tag == "li" else self.end_block()
        else:
            self._children(element)

    def _children(self, element: HtmlElement) -> None:
        self.pieces.append(element.text or "")
        for child in element:
            self.write(child)

    def _pre(self, element: HtmlElement) -> None:
        self.end_block()
        first = _line(element, self.number)
        for offset, row in enumerate(_preformatted(element).split("\n")):
            self.lines.append(make_line(self.page, first + offset, row))
        self.number = first
        self.end_block()

    def _table(self, table: HtmlElement) -> None:
        self.end_block()
        rows = [(row, [cell for cell in row if _tag(cell) in {"td", "th"}]) for row in _rows(table)]
        for row, cells in rows:
            self.number = _line(row, self.number)
            if len(cells) > 1:
                cells_text = (*(" ".join(_cell(self.page, cell).split()) for cell in cells[:-1]), _cell(self.page, cells[-1]))
                line = make_line(self.page, self.number, " ".join(" ".join(cells_text).split())[:MAX_LINE_LENGTH])
                self.lines.append(line.with_cells(cells_text))
            else:  # a layout table around text or code
                for cell in cells:
                    self._children(cell)
                    self.end_line()
        self.end_block()


def _cell(page: str, cell: HtmlElement) -> str:
    """Return the text of a cell, with one line for each visible line."""
    builder = _LineBuilder(page, number=_line(cell, 1))
    builder._children(cell)  # noqa: SLF001 - its own class
    builder.end_line()
    text = "\n".join(line.text for line in builder.lines if line.text)
    if text:
        return text
    # An icon has its text in an attribute.
    return next((words for inner in cell.iter() if (words := inner.get("alt") or inner.get("title") or inner.get("aria-label"))), "")


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the rows of this table, without the rows of nested tables."""
    for child in table:
        if _tag(child) == "tr":
            yield child
        elif _tag(child) in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if _tag(row) == "tr")


def _preformatted(element: HtmlElement) -> str:
    pieces = [element.text or ""]
    for child in element:
        tag = _tag(child)
        if not _is_hidden(child, tag):
            if tag in {"br", "div", "li", "p", "tr"} and pieces[-1] and not pieces[-1].endswith("\n"):
                pieces.append("\n")
            pieces.append(_preformatted(child))
            if tag in {"div", "li", "p", "tr"} and not pieces[-1].endswith("\n"):
                pieces.append("\n")
        pieces.append(child.tail or "")
        pieces = ["".join(pieces)]
    return "".join(pieces)


def _text(element: HtmlElement) -> str:
    if _is_hidden(element, _tag(element)):
        return ""
    return "".join([element.text or "", *(piece for child in element for piece in (_text(child), child.tail or ""))])


def _tag(element: HtmlElement) -> str:
    return element.tag.casefold() if isinstance(element.tag, str) else ""


def _is_hidden(element: HtmlElement, tag: str) -> bool:
    return (
        not tag or tag in _HIDDEN_TAGS or element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or "") is not None
    )


def _line(element: HtmlElement, otherwise: int) -> int:
    return element.sourceline or otherwise
