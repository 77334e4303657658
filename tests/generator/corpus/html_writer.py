"""The same pages as a browser saves them: the site around them, headings, tables and code in elements of their own."""

from __future__ import annotations

import html
import random
from collections.abc import Iterable, Iterator

from . import writer
from .definitions import Action
from .style import Style

_ROW = "\x00"
"""Before what is HTML already."""


def write(action: Action, style: Style) -> str:
    """The page of one action; how its elements are nested is drawn from the action's name."""
    pick = random.Random(f"html {action.service} {action.name}")
    rows = HtmlRows(pick)
    bodies = (
        _html(writer.introduction(action, style)),
        _html(writer.input_table(action, style, rows)),
        _html(writer.output_table(action, style, rows)),
        "".join(_example(action, style, number, pick) for number, _ in enumerate(action.samples, start=1)),
        "<h3>SDK</h3><p>SDKs sign and send the calls.</p><ul><li>Python</li><li>Go</li></ul>",
        _html(writer.errors(style, rows)),
    )
    headings = [f"{number}. {style.headings[part]}" for number, part in enumerate(style.order, start=1)]
    body = "".join(f'<h2 id="{heading[0]}">{heading}</h2>\n{bodies[part]}' for heading, part in zip(headings, style.order, strict=True))
    contents = "<ul>" + "".join(f'<li><a href="#{heading[0]}">{heading}</a></li>' for heading in headings) + "</ul>"
    above, below = pick.choice((("", ""), (contents, ""), ("", contents)))
    menu = "".join(f"<li><a>{word}</a></li>" for word in ("API Category", "Data Types", "Error Codes", "DescribeOthers"))
    return f"""<!DOCTYPE html>
<html><head><title>{action.name}</title><style>table {{color: red}}</style><script>var a = '<table>';</script></head>
<body><div><ul>{menu}</ul></div>{above}
<main><h1>{action.name}</h1><div><span>Last updated:</span> <span>{style.updated}</span></div><article>{body}</article></main>
{below}<footer><div>Was this page helpful?</div><div>Help and Support</div></footer></body></html>
"""


class HtmlRows(writer.Rows):
    """Writes the rows of tables as elements."""

    def __init__(self, pick: random.Random) -> None:
        self.cell = pick.choice(("<td>{}</td>", "<td><p>{}</p></td>", "<td>\n  <div><span>{}</span></div>\n</td>"))
        self.code = pick.choice(("{}", "<code>{}</code>"))
        self.head = pick.choice(("<thead><tr>{}</tr></thead>", "<tr>{}</tr>"))

    def header(self, *cells: str) -> list[str]:
        """The header, and the beginning of the table."""
        return [f"{_ROW}<div><table>" + self.head.format("".join(f"<th>{cell}</th>" for cell in cells))]

    def row(self, style: Style, *cells: str | list[str]) -> list[str]:
        """A row, its last cell with line breaks."""
        *first, last = cells
        texts = [self.code.format(html.escape(str(cell))) for cell in first]
        texts.append("<br>".join(html.escape(line) for line in ([last] if isinstance(last, str) else last)))
        return [_ROW + "<tr>" + "".join(self.cell.format(text) for text in texts) + "</tr>"]


def _html(lines: Iterable[str]) -> str:
    return "".join(_elements(lines))


def _elements(lines: Iterable[str]) -> Iterator[str]:
    table = False
    for line in lines:
        if line.startswith(_ROW):
            table = True
            yield line.removeprefix(_ROW)
            continue
        if table:
            yield "</table></div>"
            table = False
        if line:
            yield f"<p>{html.escape(line)}</p>\n"
    if table:
        yield "</table></div>"


def _example(action: Action, style: Style, number: int, pick: random.Random) -> str:
    sample = action.samples[number - 1]
    title = style.example_title.format(number, " ".join(sample.title.split()))
    code = pick.choice(("<pre><code>{}</code></pre>", "<div><button>Copy</button><pre>{}</pre></div>", "<div>Copy</div><pre>\n{}\n</pre>"))
    return (
        f"<h3>{html.escape(title)}</h3>{_html(writer.shown(sample.document, style))}"
        f"<h4>{style.marks[0]}</h4>{code.format(html.escape(sample.input.rstrip()))}"
        f"<h4>{style.marks[1]}</h4>{code.format(html.escape(sample.output.rstrip()))}"
    )
