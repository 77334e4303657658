"""Several pages of one action: the newest one counts, and what it changed is shown."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..problems import PageRefused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..facts import PageFacts, Parameter


@dataclass(frozen=True, slots=True)
class Superseded:
    """A page that a newer one of the same action takes the place of."""

    old: PageFacts
    new: PageFacts

    def differences(self) -> Iterator[str]:
        """What the two pages say differently, in the order of a page; texts are left out, as everybody words them anew."""
        old, new = self.old, self.new
        for what, before, after in (
            ("host", old.host and old.host.name, new.host and new.host.name),
            ("version", old.version, new.version),
            ("rate limit", old.rate_limit, new.rate_limit),
            ("region required", old.region.required, new.region.required),
            ("regions", list(old.region.only), list(new.region.only)),
        ):
            if before != after:
                yield f"{what}: {before} -> {after}"
        yield from _changes("input", _rows(old.inputs), _rows(new.inputs))
        yield from _changes("output", _rows(old.outputs), _rows(new.outputs))
        yield from _changes("error", {one.code: "" for one in old.errors}, {one.code: "" for one in new.errors})

    def warning(self) -> str:
        """One line of JSON, for standard error."""
        shown: dict[str, Any] = {"warning": "superseded", "page": self.old.page, "action": self.old.action, "updated": self.old.updated}
        shown |= {"by": self.new.page, "by-updated": self.new.updated, "differences": list(self.differences())}
        return json.dumps(shown, ensure_ascii=False)


def newest(pages: Sequence[PageFacts]) -> tuple[list[PageFacts], list[Superseded]]:
    """The newest page of each action, and the older ones. Raises `PageRefused` where the dates of two do not tell which is newer."""
    current: dict[str, PageFacts] = {}
    older: list[PageFacts] = []
    for page in pages:
        other = current.get(page.action)
        if other is None:
            current[page.action] = page
        # A date without its time may be that of the other page: nobody can tell.
        elif _updated(page).startswith(_updated(other)) or _updated(other).startswith(_updated(page)):
            found = (
                f"the action {page.action} again, with the same date"
                if page.updated and other.updated
                else f"the action {page.action} again, and no date"
            )
            raise PageRefused(page.page, 1, found, f"each action once, or a newer page: {other.page} describes it, too")
        else:
            older.append(min(page, other, key=_updated))
            current[page.action] = max(page, other, key=_updated)
    return list(current.values()), [Superseded(page, current[page.action]) for page in older]


def _updated(page: PageFacts) -> str:
    return page.updated or ""


def _rows(rows: Sequence[Parameter]) -> dict[str, str]:
    return {row.name: f"{row.type}" + {True: ", required", False: ", optional", None: ""}[row.required] for row in rows}


def _changes(what: str, old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    for name in sorted(old.keys() - new.keys()):
        yield f"{what} {name}: gone"
    for name in sorted(new.keys() - old.keys()):
        yield f"{what} {name}: new"
    for name in sorted(old.keys() & new.keys()):
        if old[name] != new[name]:
            yield f"{what} {name}: {old[name]} -> {new[name]}"
