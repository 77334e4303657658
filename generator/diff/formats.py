"""Report formats: text for a terminal, JSON for programs, Markdown for a changelog."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from .changes import FLAGS
from .compare import Change
from .facts import canonical, same
from .report import CLASSES, DiffReport
from .rules import Impact

JSON_FORMAT: Final = 1
_LONGEST: Final = 80
_TOGETHER: Final = 3
"""Number of changed sources from which they are one line."""
_PLAIN: Final = frozenset({"set", "unset", "changed"})
WARNING_SIGN: Final = "\N{WARNING SIGN}\N{VARIATION SELECTOR-16}"


def as_text(report: DiffReport) -> str:
    """Format as text: a heading per class, and two lines per change (the change and its reason)."""
    lines = [f"{report.old} -> {report.new}", verdict(report), *(f"note: {note}" for note in report.notes)]
    for impact in CLASSES:
        if found := report.of(impact):
            lines += ["", impact.word]
            shown, sources = _without_sources(found)
            for change in shown:
                lines += [f"  {_place(change)}{phrase(change, str)}", f"      {because(change)}"]
            if sources:
                lines += [f"  {_sources(sources)}", f"      {because(sources[0])}"]
    return "\n".join(lines) + "\n"


def as_markdown(report: DiffReport) -> str:
    """Format as Markdown: changelog sections below the heading of a version."""
    lines = [f"{verdict(report)}"]
    titles = {Impact.BREAKING: "Breaking", Impact.ADDITIVE: "Added and relaxed", Impact.INTERNAL: "Internal"}
    lines += [f"\n> {note}" for note in report.notes]
    for impact in CLASSES:
        if found := report.of(impact):
            lines += ["", f"### {titles[impact]}", ""]
            shown, sources = _without_sources(found)
            lines += [bullet(change) for change in shown]
            if sources:
                lines.append(f"- {_sources(sources)}. {because(sources[0])}")
    return "\n".join(lines) + "\n"


def _without_sources(changes: Sequence[Change]) -> tuple[list[Change], list[Change]]:
    """Return the changes for a line of their own, and the changed sources if they are too many: one file has all actions of a product."""
    sources = [change for change in changes if change.fact.kind == "source"]
    if len(sources) < _TOGETHER:
        return [*changes], []
    return [change for change in changes if change.fact.kind != "source"], sources


def _sources(changes: Sequence[Change]) -> str:
    return f"source: {len(changes)} changes; --format json lists them"


def bullet(change: Change, python: str | None = None) -> str:
    """Format a change as a Markdown list item; `python` is the Python spelling of its location."""
    sign = f"{WARNING_SIGN} " if change.impact is Impact.BREAKING else ""
    also = f" ({_code(python)})" if python else ""
    place = f"{_code(printable(change.fact.where))}{also}: " if change.fact.where else ""
    words = phrase(change, _code).replace(" -> ", " → ")
    return f"- {sign}{place}{words}. {because(change)}"


def as_json(report: DiffReport) -> str:
    """Format as JSON (`docs/design/compatibility.md`). Keys may be added; removing one requires a new `format` number."""
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
    # ASCII only: safe for lone surrogates and any terminal encoding.
    return json.dumps(document, indent=2) + "\n"


FORMATS: Final[dict[str, Callable[[DiffReport], str]]] = {"text": as_text, "json": as_json, "markdown": as_markdown}


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
    """Return the value with sorted keys."""
    return json.loads(canonical(value))


def _place(change: Change) -> str:
    return f"{printable(change.fact.where)}: " if change.fact.where else ""


def _code(text: str) -> str:
    """Format a code span with a fence longer than any in the text."""
    fence = "`" * (max((len(run) for run in "".join(c if c == "`" else " " for c in text).split()), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def phrase(change: Change, shown: Callable[[str], str]) -> str:
    """Describe a change: `maximum lowered: 100 -> 50`. `shown` marks up a value."""
    kind, item = change.fact.kind, change.fact.item
    if kind == "correction":
        item = ""  # the value repeats it
    elif kind == "statement":
        kind = ""  # the item names the fact
    fact = printable(" ".join(word for word in (kind, item) if word))
    old, new = (None if value is None else shown(value_text(change, value)) for value in _differing(change.old, change.new))
    head = fact if change.what in _PLAIN else f"{fact} {change.what}"
    if old is None and new is None:
        return head
    if old is None or new is None:
        alone = old if new is None else new
        # The location already contains an added or removed name.
        return head if (change.old or change.new) in (change.fact.where, change.fact.item) else f"{head}: {alone}"
    return f"{head}: {old} -> {new}"


def _differing(old: Any, new: Any) -> tuple[Any, Any]:
    """Reduce two objects to the keys that differ, recursively."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return old, new
    keys = [key for key in sorted({*old, *new}) if not same(old.get(key), new.get(key))]
    pairs = {key: _differing(old.get(key), new.get(key)) for key in keys}
    return {key: pairs[key][0] for key in keys if key in old}, {key: pairs[key][1] for key in keys if key in new}


def value_text(change: Change, value: Any) -> str:
    """Format a value on one line, shortened if long."""
    if change.fact.kind in FLAGS:
        return "yes" if value else "no"
    text = printable(value if isinstance(value, str) and value.isprintable() and value else canonical(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def printable(text: str) -> str:
    """Escape line breaks and control characters."""
    return "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in text)


def because(change: Change) -> str:
    """Return the reasons for the class, with the directions if any."""
    directions = [rule.direction for rule in change.rules if rule.direction and rule.impact is change.impact]
    reason = " ".join(change.reasons)
    return f"In the {' and the '.join(directions)}: {reason}" if directions else reason


def verdict(report: DiffReport) -> str:
    """Summarize the report in one sentence."""
    if report.impact is None:
        return "No changes; no release is needed."
    counts = ", ".join(f"{len(found)} {impact.word}" for impact in sorted(Impact, reverse=True) if (found := report.of(impact)))
    if report.current is not None:
        return f"{counts}: the next version after {report.current} is {report.next}."
    below, stable = report.steps
    return f"{counts}: a {below} release below 1.0, a {stable} release from 1.0 on."
