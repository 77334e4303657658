"""A change in words, the same in text and in Markdown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from .compare import Change
from .events import FLAGS
from .facts import canonical, same
from .report import Report
from .rules import Impact

_LONGEST: Final = 80
_PLAIN: Final = frozenset({"set", "unset", "changed"})


def phrase(change: Change, shown: Callable[[str], str]) -> str:
    """`maximum lowered: 100 -> 50`; `shown` marks up a value."""
    kind, item = change.fact.kind, change.fact.item
    if kind == "correction":
        item = ""  # there it is the value, too
    elif kind == "statement":
        kind = ""  # what is stated says it all
    fact = printable(" ".join(word for word in (kind, item) if word))
    old, new = (None if value is None else shown(value_text(change, value)) for value in _differing(change.old, change.new))
    head = fact if change.what in _PLAIN else f"{fact} {change.what}"
    if old is None and new is None:
        return head
    if old is None or new is None:
        alone = old if new is None else new
        # A name that is added or lost stands in the place already.
        return head if (change.old or change.new) in (change.fact.where, change.fact.item) else f"{head}: {alone}"
    return f"{head}: {old} -> {new}"


def _differing(old: Any, new: Any) -> tuple[Any, Any]:
    """Of two objects only what differs, down to where they part."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return old, new
    keys = [key for key in sorted({*old, *new}) if not same(old.get(key), new.get(key))]
    pairs = {key: _differing(old.get(key), new.get(key)) for key in keys}
    return {key: pairs[key][0] for key in keys if key in old}, {key: pairs[key][1] for key in keys if key in new}


def value_text(change: Change, value: Any) -> str:
    """A value on one line, shortened where it is prose or a whole object."""
    if change.fact.kind in FLAGS:
        return "yes" if value else "no"
    text = printable(value if isinstance(value, str) and value.isprintable() and value else canonical(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def printable(text: str) -> str:
    """The text on one line, and harmless to a terminal."""
    return "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in text)


def because(change: Change) -> str:
    """The reasons of the class, with the direction where there is one."""
    directions = [rule.direction for rule in change.rules if rule.direction and rule.impact is change.impact]
    reason = " ".join(change.reasons)
    return f"In the {' and the '.join(directions)}: {reason}" if directions else reason


def verdict(report: Report) -> str:
    """One sentence: what the whole asks for."""
    if report.impact is None:
        return "Nothing changed; no release is needed."
    counts = ", ".join(f"{len(found)} {impact.word}" for impact in sorted(Impact, reverse=True) if (found := report.of(impact)))
    if report.current is not None:
        return f"{counts}: after {report.current} comes {report.next}."
    below, stable = report.steps
    return f"{counts}: a {below} release below 1.0, a {stable} release from 1.0 on."
