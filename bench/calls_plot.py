"""Plot of `bench calls`, as hand-written SVG: bar charts are not worth a plotting package."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from bench.calls_contenders import CONTENDERS

_WIDTH, _LABEL, _BAR = 900, 300, 18
_PANELS = (
    ("one at a time, 2 events", "cpu", "CPU µs per call, 2 events, one at a time"),
    ("one at a time, 100 events", "cpu", "CPU µs per call, 100 events, one at a time"),
    ("16 at once, 0 ms", "rate", "calls per second, 16 at once"),
    ("100 at once, 5 ms", "rate", "calls per second, 100 at once, responses after 5 ms"),
)


def plot(result: dict[str, Any]) -> str:
    """Return the plot as SVG."""
    lines: list[str] = []
    top = 10
    for key, value, title in _PANELS:
        rows = result["speeds"].get(key)
        if not rows:
            continue
        lines.append(f'<text x="10" y="{top + 14}" font-weight="bold">{escape(title)}</text>')
        top += 24
        most = max(row[value] for row in rows.values())
        for name, row in rows.items():
            label = CONTENDERS[name].title.replace("*", "")
            colour = "#2a6f4e" if name.startswith("ours") else "#b8b8b8" if name.startswith("minimal") else "#7d8fb3"
            length = max(1.0, row[value] / most * (_WIDTH - _LABEL - 90))
            lines.append(f'<text x="{_LABEL - 8}" y="{top + 13}" text-anchor="end">{escape(label)}</text>')
            lines.append(f'<rect x="{_LABEL}" y="{top + 2}" width="{length:.1f}" height="{_BAR - 4}" fill="{colour}"/>')
            lines.append(f'<text x="{_LABEL + length + 6:.1f}" y="{top + 13}">{row[value]:,.0f}</text>')
            top += _BAR
        top += 14
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{top}" font-family="sans-serif" font-size="12">'
    return "\n".join([head, f'<rect width="{_WIDTH}" height="{top}" fill="white"/>', *lines, "</svg>"]) + "\n"
