"""Page of `bench calls`: tables and a plot."""

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
    """Write the tables into `page` and the plot into an SVG file in its folder."""
    picture = page.with_suffix(".svg")
    picture.write_text(plot(result), encoding="utf-8")
    parts = [_setting(result), f"![calls per second and CPU per call]({picture.name})", _counts(result), _speeds(result), _starts(result)]
    replace_section(page, "calls", "\n\n".join(part for part in parts if part))


def _setting(result: dict[str, Any]) -> str:
    return "Measured with " + "; ".join(f"{name} {value}" for name, value in result["setting"].items()) + "."


def _title(name: str) -> str:
    return (CONTENDERS | PARTS)[name].title


def _base(rows: Rows, name: str) -> str:
    """Return the name of the vendor's row that a row is compared with, if there is one."""
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
    head = "| One call, thousands of user-mode instructions | 2 events | Ratio to vendor | 100 events | Ratio to vendor | System calls |"
    return "### Instructions\n\nThe most reliable measure: it repeats within about 0.2 %.\n\n" + _table(head, lines)


def _speeds(result: dict[str, Any]) -> str:
    parts = ["### Speed\n\nMedians over the rounds, with the spread in brackets. Ratios compare with the vendor's SDK."]
    for title, rows in result["speeds"].items():
        lines = []
        for name, row in rows.items():
            base = rows.get(_base(rows, name), {})
            lines.append(
                f"| {_title(name)} | {row['rate']:,.0f} | {_ratio(row['rate'], base.get('rate'))} "
                f"| {row['cpu']:,.1f} ({row['least']:,.1f} to {row['most']:,.1f}) | {_ratio(row['cpu'], base.get('cpu'))} "
                f"| {row['resident']:.0f} |"
            )
        parts.append(
            _table(f"| {title[0].upper()}{title[1:]} | Calls/s | Ratio to vendor | CPU µs per call | Ratio to vendor | MB |", lines)
        )
    return "\n\n".join(parts)


def _starts(result: dict[str, Any]) -> str:
    rows = result["starts"]
    bare = rows["bare Python"]
    lines = []
    for title, row in rows.items():
        over = {key: row[key] - (0 if row is bare else bare[key]) for key in row}
        millions = f"{over['millions']:,.1f}" if "millions" in over else ""
        lines.append(f"| {title} | {millions} | {over['cpu']:.1f} | {over['modules']:.0f} | {over['resident']:.1f} |")
    head = "| Start, above bare Python | Millions of instructions | CPU ms | Modules | MB |"
    return "### Start\n\n" + _table(head, lines)
