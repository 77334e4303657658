"""Services that list wrongly, and what becomes of a listing of each: the table of docs/paging.md, and the cases of a test."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, NamedTuple

from tencentkit.errors import TencentkitError
from tests.client.shelf import Shelf, row

ROWS = [row(number) for number in range(250)]
NEWEST_FIRST = sorted(ROWS, key=lambda one: one["StartTime"], reverse=True)


class Hostile(NamedTuple):
    """One of them."""

    does: str
    """What it does, for people."""
    shelf: Callable[[], Shelf]
    outcome: str
    """What comes of a listing of it; see `outcome_of`."""
    arguments: dict[str, Any] = {}  # noqa: RUF012 - never changed


def _in_turn() -> Shelf:
    shelf = Shelf(ROWS, total=lambda _: 10**9)
    shelf.page = lambda _, __: NEWEST_FIRST[:100] if len(shelf.asked) % 2 else NEWEST_FIRST[98:198]
    return shelf


def _shuffled() -> Shelf:
    rows = random.Random(1).sample(ROWS, 250)
    return Shelf(rows, order=lambda found: [one for one in rows if one in found])


def _growing() -> Shelf:
    """Each answer shows ten events more that began before the listing."""
    shelf = Shelf(ROWS[::2])
    hidden = [one for one in ROWS if one not in shelf.rows]

    def show(_: int) -> None:
        shelf.rows += [hidden.pop() for _ in range(min(10, len(hidden)))]

    shelf.before = show
    return shelf


def _elsewhere() -> Shelf:
    """Times are written eight hours ahead of how intervals are read."""
    written = [one | {"StartTime": one["StartTime"].replace("2020-12-01 00", "2020-12-01 09")} for one in ROWS]
    return Shelf(written, page=lambda rows, asked: [] if "StartTimeInterval" in asked else rows)


HOSTILE = (
    Hostile(
        "ignores Limit: all rows in every answer",
        lambda: Shelf(ROWS, page=lambda _, __: NEWEST_FIRST),
        "250 of 250, in order | 1 | complete",
        {"limit": 10},
    ),
    Hostile(
        "gives 20 rows, whatever Limit says", lambda: Shelf(ROWS, page=lambda rows, _: rows[:20]), "250 of 250, in order | 14 | complete"
    ),
    Hostile(
        "gives one row at a time",
        lambda: Shelf(ROWS[:8], page=lambda rows, _: rows[:1]),
        "8 of 8, in order | 9 | a page could not be joined to the one before it",
    ),
    Hostile(
        "gives the first page at every offset",
        lambda: Shelf(ROWS, page=lambda _, __: NEWEST_FIRST[:100]),
        "100 of 250, in order | 4 | `ListingStalled`, with the cursor",
    ),
    Hostile(
        "gives two pages in turn, and counts a thousand million", _in_turn, "198 of 250, in order | 5 | `ListingStalled`, with the cursor"
    ),
    Hostile(
        "counts 500 and lists 100: empty pages with a total",
        lambda: Shelf(ROWS[:100], total=lambda _: 500),
        "100 of 100, in order | 5 | the service counts more items than it lists",
    ),
    Hostile(
        "counts 50 and lists 250", lambda: Shelf(ROWS, total=lambda _: 50), "250 of 250, in order | 3 | more came than the service counted"
    ),
    Hostile(
        "counts one more than there are",
        lambda: Shelf(ROWS, total=lambda count: count + 1),
        "250 of 250, in order | 9 | the service counts more items than it lists",
    ),
    Hostile("counts one less than there are", lambda: Shelf(ROWS, total=lambda count: count - 1), "250 of 250, in order | 3 | complete"),
    Hostile("does not count", lambda: Shelf(ROWS, total=lambda _: None), "250 of 250, in order | 3 | the service did not count"),
    Hostile("counts with a text", lambda: Shelf(ROWS, total=str), "250 of 250, in order | 3 | the service did not count"),
    Hostile("counts -1", lambda: Shelf(ROWS, total=lambda _: -1), "250 of 250, in order | 3 | more came than the service counted"),
    Hostile(
        "lists in no order", _shuffled, "250 of 250 | 3 | items came without time or key, or out of order; it was walked by offset alone"
    ),
    Hostile("shows ten more with every answer that began before the listing", _growing, "185 of 185 | 6 | complete"),
    Hostile(
        "reads intervals in another zone than it writes times in",
        _elsewhere,
        "100 of 250, in order | 14 | a page could not be joined to the one before it; the service counts more items than it lists",
    ),
    Hostile(
        "writes times that are none",
        lambda: Shelf([row(number, at="soon") for number in range(150)]),
        "150 of 150, in order | 2 | items came without time or key, or out of order; it was walked by offset alone",
    ),
    Hostile(
        "gives rows without an id",
        lambda: Shelf([{"StartTime": one["StartTime"]} for one in ROWS], order=lambda found: found[::-1]),
        "250 of 250, in order | 3 | items came without time or key, or out of order; it was walked by offset alone",
    ),
    Hostile(
        "gives each row twice in a page",
        lambda: Shelf(ROWS, page=lambda rows, _: [one for one in rows[:50] for _ in "ab"]),
        "250 of 250, in order | 11 | more came than the service counted",
    ),
    Hostile("refuses offsets above 120", lambda: Shelf(ROWS, cap=120), "250 of 250, in order | 11 | complete", {"limit": 50}),
    Hostile(
        "refuses offsets above 120, and all rows are of one second",
        lambda: Shelf([row(n, at=ROWS[0]["StartTime"]) for n in range(250)], cap=120),
        "100 of 250, in order | 3 | `LimitExceeded`, with the cursor",
        {"limit": 50},
    ),
)


def outcome_of(shelf: Shelf, given: list[Any], error: TencentkitError | None, pager: Any) -> str:
    """In one line: what came, how often it was asked, and what is said of it."""
    names = [item.invoke_request_id for item in given]
    starts = [str(item.start_time) for item in given]
    known = [name for name in names if isinstance(name, str)]
    came = f"{len(given)} of {len(shelf.rows)}"
    came += ", in order" if starts == sorted(starts, reverse=True) else ""
    came += ", some twice" if len(set(known)) < len(known) else ""
    if error is not None:
        said = f"`{type(error).__name__}`" + (", with the cursor" if error.cursor else "")
    else:
        said = "complete" if pager.complete else "; ".join(pager.doubts)
    return f"{came} | {len(shelf.asked)} | {said}"


def table() -> str:
    """For docs/paging.md."""
    head = ["| the service | items that came | calls | what is said |", "|---|---|---|---|"]
    return "\n".join([*head, *(f"| {one.does} | {one.outcome} |" for one in HOSTILE)])
