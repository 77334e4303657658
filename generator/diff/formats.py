"""A report as text for a terminal, as JSON for programs, as Markdown for a changelog."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from .compare import Change
from .facts import canonical
from .report import CLASSES, Report
from .rules import Impact
from .wording import because, phrase, printable, verdict

JSON_FORMAT: Final = 1
WARNING_SIGN: Final = "\N{WARNING SIGN}\N{VARIATION SELECTOR-16}"


def as_text(report: Report) -> str:
    """One change in two lines: what, and why it is of its class; the class is the heading above."""
    lines = [f"{report.old} -> {report.new}", verdict(report), *(f"note: {note}" for note in report.notes)]
    for impact in CLASSES:
        if found := report.of(impact):
            lines += ["", impact.word]
            for change in found:
                lines += [f"  {_place(change)}{phrase(change, str)}", f"      {because(change)}"]
    return "\n".join(lines) + "\n"


def as_markdown(report: Report) -> str:
    """Sections for a changelog, below its heading of the version."""
    lines = [f"{verdict(report)}"]
    titles = {Impact.BREAKING: "Breaking", Impact.ADDITIVE: "Added and eased", Impact.INTERNAL: "Internal"}
    lines += [f"\n> {note}" for note in report.notes]
    for impact in CLASSES:
        if found := report.of(impact):
            lines += ["", f"### {titles[impact]}", ""]
            lines += [bullet(change) for change in found]
    return "\n".join(lines) + "\n"


def bullet(change: Change, python: str | None = None) -> str:
    """One change as an item of a Markdown list; `python` is how a program writes its place."""
    sign = f"{WARNING_SIGN} " if change.impact is Impact.BREAKING else ""
    also = f" ({_code(python)})" if python else ""
    place = f"{_code(printable(change.fact.where))}{also}: " if change.fact.where else ""
    words = phrase(change, _code).replace(" -> ", " → ")
    return f"- {sign}{place}{words}. {because(change)}"


def as_json(report: Report) -> str:
    """A stable shape: `docs/design/compatibility.md` describes it; a key may come, none goes without a new `format`."""
    below, stable = report.steps
    document = {
        "format": JSON_FORMAT,
        "old": report.old,
        "new": report.new,
        "class": "none" if report.impact is None else report.impact.word,
        "exit_code": report.exit_code,
        "step": {"below_1_0": below, "from_1_0": stable},
        "current": report.current,
        "next": report.next,
        "notes": list(report.notes),
        "counts": {impact.word: len(report.of(impact)) for impact in CLASSES},
        "changes": [_row(change) for change in report.changes],
    }
    # ASCII only, so that neither a lone surrogate nor the terminal's encoding can spoil it.
    return json.dumps(document, indent=2) + "\n"


FORMATS: Final[dict[str, Callable[[Report], str]]] = {"text": as_text, "json": as_json, "markdown": as_markdown}


def _row(change: Change) -> dict[str, Any]:
    return {
        "class": change.impact.word,
        "where": change.fact.where,
        "fact": change.fact.kind,
        "item": change.fact.item,
        "change": change.what,
        "old": _sorted(change.old),
        "new": _sorted(change.new),
        "pointer": change.fact.pointer,
        "judged": [{"direction": rule.direction or None, "class": rule.impact.word, "reason": rule.reason} for rule in change.rules],
    }


def _sorted(value: Any) -> Any:
    """The value with its keys in one order, whatever theirs was."""
    return json.loads(canonical(value))


def _place(change: Change) -> str:
    return f"{printable(change.fact.where)}: " if change.fact.where else ""


def _code(text: str) -> str:
    """A code span that nothing in the text can end."""
    fence = "`" * (max((len(run) for run in "".join(c if c == "`" else " " for c in text).split()), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
