"""The result of `bench calls` as tables and a plot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.calls_contenders import CONTENDERS
from bench.calls_parts import PARTS
from bench.calls_plot import plot
from bench.report import replace_section

Rows = dict[str, dict[str, float]]
_AGAINST = ("vendor", "vendor-async-keep", "sign-vendor", "read-vendor", "client-vendor", "vendor-anew")


def written(result: dict[str, Any], page: Path) -> None:
    """Write tables and plot into `page` and the SVG beside it."""
    picture = page.with_suffix(".svg")
    picture.write_text(plot(result), encoding="utf-8")
    parts = [_setting(result), f"![calls a second and CPU a call]({picture.name})", _counts(result), _speeds(result), _starts(result)]
    replace_section(page, "calls", "\n\n".join(part for part in parts if part))


def _setting(result: dict[str, Any]) -> str:
    return "Taken with " + "; ".join(f"{name} {value}" for name, value in result["setting"].items()) + "."


def _title(name: str) -> str:
    return (CONTENDERS | PARTS)[name].title


def _base(rows: Rows, name: str) -> str:
    """What a row is compared with: the vendor's way of the same kind."""
    one = (CONTENDERS | PARTS)[name]
    wanted = "vendor-async-keep" if one.is_async else next((each for each in _AGAINST if each in rows and "async" not in each), "")
    return wanted if wanted in rows else ""


def _ratio(value: float, base: float | None) -> str:
    return f"{value / base:.3f}" if base else ""


def _table(head: str, rows: list[str]) -> str:
    return "\n".join([head, "|---" * (head.count("|") - 1) + "|", *rows])


def _counts(result: dict[str, Any]) -> str:
    rows: dict[str, dict[str, dict[str, float]]] = result.get("counts", {})
    if not rows:
        return ""
    lines = []
    for name, row in rows.items():
        cells = [_title(name) if name in CONTENDERS else f"{_title(name)}: {name.partition('-')[0]}"]
        base = rows.get(_base(rows, name) if name in CONTENDERS else f"{name.partition('-')[0]}-vendor", {})  # type: ignore[arg-type]
        for events in ("2", "100"):
            value = row.get(events, {}).get("thousands")
            cells += ["", ""] if value is None else [f"{value:,.0f}", _ratio(value, base.get(events, {}).get("thousands"))]
        cells.append(f"{row['2']['system']:.1f}" if "system" in row.get("2", {}) else "")
        lines.append("| " + " | ".join(cells) + " |")
    head = "| one call, thousands of instructions in user mode | 2 events | of the vendor's | 100 events | of the vendor's | system calls |"
    return "### Instructions\n\nThe figure to go by: it repeats within some 0.2 %.\n\n" + _table(head, lines)


def _speeds(result: dict[str, Any]) -> str:
    parts = [
        "### Speed\n\nMedians over the turns; in brackets the spread. Ratios are to the vendor's way of the same kind, in the same turns."
    ]
    for title, rows in result["speeds"].items():
        lines = []
        for name, row in rows.items():
            base = rows.get(_base(rows, name), {})
            lines.append(
                f"| {_title(name)} | {row['rate']:,.0f} | {_ratio(row['rate'], base.get('rate'))} "
                f"| {row['cpu']:,.1f} ({row['least']:,.1f} to {row['most']:,.1f}) | {_ratio(row['cpu'], base.get('cpu'))} "
                f"| {row['resident']:.0f} |"
            )
        parts.append(_table(f"| {title} | calls/s | of the vendor's | CPU µs a call | of the vendor's | MB |", lines))
    return "\n\n".join(parts)


def _starts(result: dict[str, Any]) -> str:
    rows = result["starts"]
    bare = rows["bare Python"]
    lines = []
    for title, row in rows.items():
        over = {key: row[key] - (0 if row is bare else bare[key]) for key in row}
        millions = f"{over['millions']:,.1f}" if "millions" in over else ""
        lines.append(f"| {title} | {millions} | {over['cpu']:.1f} | {over['modules']:.0f} | {over['resident']:.1f} |")
    head = "| start, over bare Python | millions of instructions | CPU ms | modules | MB |"
    return "### Start\n\n" + _table(head, lines)
