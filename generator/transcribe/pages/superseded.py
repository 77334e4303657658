"""Selection of the newest of several pages of one action, with a list of its changes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..problems import PageRefused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..facts import PageFacts, Parameter


@dataclass(frozen=True, slots=True)
class SupersededPage:
    """Page that a newer page of the same action replaces."""

    old: PageFacts
    new: PageFacts

    def differences(self) -> Iterator[str]:
        """Yield the differences in facts, in the order of a page. Texts are not compared."""
        old, new = self.old, self.new
        for fact, before, after in (
            ("host", old.host and old.host.name, new.host and new.host.name),
            ("version", old.version, new.version),
            ("rate limit", old.rate_limit, new.rate_limit),
            ("region required", old.region.required, new.region.required),
            ("regions", list(old.region.only), list(new.region.only)),
        ):
            if before != after:
                yield f"{fact}: {before} -> {after}"
        yield from _changes("input", _rows(old.inputs), _rows(new.inputs))
        yield from _changes("output", _rows(old.outputs), _rows(new.outputs))
        yield from _changes("error", {one.code: "" for one in old.errors}, {one.code: "" for one in new.errors})

    def warning(self) -> str:
        """Return the warning for standard error: one line of JSON."""
        entry: dict[str, Any] = {"warning": "superseded", "page": self.old.page, "action": self.old.action, "updated": self.old.updated}
        entry |= {"by": self.new.page, "by-updated": self.new.updated, "differences": list(self.differences())}
        return json.dumps(entry, ensure_ascii=False)


def keep_newest(pages: Sequence[PageFacts]) -> tuple[list[PageFacts], list[SupersededPage]]:
    """Return the newest page of each action, and the older ones. Raises `PageRefused` if their dates do not decide."""
    current: dict[str, PageFacts] = {}
    older: list[PageFacts] = []
    for page in pages:
        other = current.get(page.action)
        if other is None:
            current[page.action] = page
        # A date without a time may be that of the other page.
        elif _updated(page).startswith(_updated(other)) or _updated(other).startswith(_updated(page)):
            found = (
                f"the action {page.action} again, with the same date"
                if page.updated and other.updated
                else f"the action {page.action} again, and no date"
            )
            raise PageRefused(page.page, 1, found, f"each action once, or a newer page; {other.page} describes it already")
        else:
            older.append(min(page, other, key=_updated))
            current[page.action] = max(page, other, key=_updated)
    return list(current.values()), [SupersededPage(page, current[page.action]) for page in older]


def _updated(page: PageFacts) -> str:
    return page.updated or ""


def _rows(rows: Sequence[Parameter]) -> dict[str, str]:
    return {row.name: f"{row.type}" + {True: ", required", False: ", optional", None: ""}[row.required] for row in rows}


def _changes(label: str, old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    for name in sorted(old.keys() - new.keys()):
        yield f"{label} {name}: gone"
    for name in sorted(new.keys() - old.keys()):
        yield f"{label} {name}: new"
    for name in sorted(old.keys() & new.keys()):
        if old[name] != new[name]:
            yield f"{label} {name}: {old[name]} -> {new[name]}"
