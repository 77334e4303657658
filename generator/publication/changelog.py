"""Changelog of a product: a section a release, with equal changes in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ..diff.compare import Change
from ..diff.formats import WARNING_SIGN, because, bullet, printable
from ..diff.rules import Impact
from .decision import Decision
from .record import ReleaseOrigin

_TITLES: Final = {Impact.BREAKING: "Breaking", Impact.ADDITIVE: "Added and relaxed", Impact.INTERNAL: "Internal"}
_TOGETHER: Final = 3
"""Number of equal changes from which they are one line."""
_SHOWN: Final = 40
"""Names in one line."""
_HEAD: Final = "# Changes of {distribution}\n"

PythonNames = Mapping[str, str]


def section(decision: Decision, origin: ReleaseOrigin, python: Mapping[str, PythonNames]) -> str:
    """Return the section of a release in Markdown.

    Args:
        decision: The version and the changes.
        origin: Circumstances of the release.
        python: Python spelling of each location, by API version.
    """
    source = f"from {origin.definitions}, " if origin.definitions else ""
    lines = [f"## {decision.version}", "", f"Generated {source}by tencentkit {origin.core}."]
    if not decision.released:
        lines += ["", f"First release, with API version {', '.join(origin.versions)}."]
    lines += _listed("", decision.wheel, {})
    for version, changes in decision.facts.items():
        title = f"API version {version}" if len(origin.versions) > 1 else ""
        lines += _listed(title, changes, python.get(version, {}))
    lines += _listed("Python names", decision.names, {})
    return "\n".join(lines) + "\n"


def extended(changelog: str, distribution: str, new: str) -> str:
    """Return the changelog with the section `new` before the older ones."""
    head = _HEAD.format(distribution=distribution)
    older = changelog.removeprefix(head).strip("\n")
    return f"{head}\n{new}" + (f"\n{older}\n" if older else "")


def _listed(title: str, changes: Iterable[Change], python: PythonNames) -> Iterator[str]:
    rows = list(_without_bodies(list(changes)))
    for impact, name in _TITLES.items():
        if found := [change for change in rows if change.impact is impact]:
            yield from ("", f"### {name}: {title}" if title else f"### {name}", "")
            yield from _lines(found, python)


def _without_bodies(changes: Sequence[Change]) -> Iterator[Change]:
    """Yield the changes without those of request and response types whose action has the same change."""
    actions = {(change.fact.where, change.what) for change in changes if change.fact.kind == "action"}
    for change in changes:
        name = change.fact.where.removesuffix("Request").removesuffix("Response")
        if change.fact.kind != "type" or (name, change.what) not in actions:
            yield change


def _lines(changes: Iterable[Change], python: PythonNames) -> Iterator[str]:
    groups: dict[tuple[str, str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.fact.kind, change.what, because(change)), []).append(change)
    for (kind, what, reason), rows in groups.items():
        # Values matter where both sides have one.
        if len(rows) < _TOGETHER or any(row.old is not None and row.new is not None for row in rows):
            yield from (bullet(row, python.get(row.fact.where)) for row in rows)
            continue
        names = sorted({_name(row, python) for row in rows})
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        sign = f"{WARNING_SIGN} " if rows[0].impact is Impact.BREAKING else ""
        yield f"- {sign}{kind} {what} ({len(rows)}): {', '.join(names[:_SHOWN])}{more}. {reason}"


def _name(change: Change, python: PythonNames) -> str:
    where, item = printable(change.fact.where), printable(change.fact.item)
    spelled = python.get(change.fact.where, "")
    extra = f" {item}" if item and item not in where else ""
    return f"`{where}`{extra}" + (f" (`{spelled}`)" if spelled else "")
