"""Services that list incorrectly, with the outcome of each listing: the table of docs/paging.md, and test cases."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, NamedTuple

from tencentkit.errors import TencentkitError
from tests.pagination.list_service import ListService, row

ROWS = [row(number) for number in range(250)]
NEWEST_FIRST = sorted(ROWS, key=lambda one: one["StartTime"], reverse=True)


class Hostile(NamedTuple):
    """A service that lists incorrectly."""

    does: str
    """Its defect, for people."""
    service: Callable[[], ListService]
    outcome: str
    """Outcome of a listing; see `outcome_of`."""
    arguments: dict[str, Any] = {}  # noqa: RUF012 - never changed


def _alternating() -> ListService:
    service = ListService(ROWS, total=lambda _: 10**9)
    service.page = lambda _, __: NEWEST_FIRST[:100] if len(service.bodies) % 2 else NEWEST_FIRST[98:198]
    return service


def _shuffled() -> ListService:
    rows = random.Random(1).sample(ROWS, 250)
    return ListService(rows, order=lambda found: [one for one in rows if one in found])


def _growing() -> ListService:
    """Each response has ten more events that started before the listing."""
    service = ListService(ROWS[::2])
    hidden = [one for one in ROWS if one not in service.rows]

    def show(_: int) -> None:
        service.rows += [hidden.pop() for _ in range(min(10, len(hidden)))]

    service.before = show
    return service


def _other_time_zone() -> ListService:
    """Times are written eight hours ahead of interval bounds."""
    written = [one | {"StartTime": one["StartTime"].replace("2020-12-01 00", "2020-12-01 09")} for one in ROWS]
    return ListService(written, page=lambda rows, body: [] if "StartTimeInterval" in body else rows)


HOSTILE = (
    Hostile(
        "ignores Limit: all rows in every response",
        lambda: ListService(ROWS, page=lambda _, __: NEWEST_FIRST),
        "250 of 250, in order | 1 | complete",
        {"limit": 10},
    ),
    Hostile(
        "returns 20 rows, whatever Limit is",
        lambda: ListService(ROWS, page=lambda rows, _: rows[:20]),
        "250 of 250, in order | 14 | complete",
    ),
    Hostile(
        "returns one row at a time",
        lambda: ListService(ROWS[:8], page=lambda rows, _: rows[:1]),
        "8 of 8, in order | 9 | a page does not overlap the page before it",
    ),
    Hostile(
        "returns the first page at every offset",
        lambda: ListService(ROWS, page=lambda _, __: NEWEST_FIRST[:100]),
        "100 of 250, in order | 4 | `ListingStalled`, with the cursor",
    ),
    Hostile("alternates between two pages, and counts 10^9", _alternating, "198 of 250, in order | 5 | `ListingStalled`, with the cursor"),
    Hostile(
        "counts 500 and lists 100: empty pages with a total",
        lambda: ListService(ROWS[:100], total=lambda _: 500),
        "100 of 100, in order | 5 | the service counts more items than it lists",
    ),
    Hostile(
        "counts 50 and lists 250",
        lambda: ListService(ROWS, total=lambda _: 50),
        "250 of 250, in order | 3 | the service lists more items than it counts",
    ),
    Hostile(
        "counts one more than there are",
        lambda: ListService(ROWS, total=lambda count: count + 1),
        "250 of 250, in order | 9 | the service counts more items than it lists",
    ),
    Hostile(
        "counts one less than there are", lambda: ListService(ROWS, total=lambda count: count - 1), "250 of 250, in order | 3 | complete"
    ),
    Hostile(
        "does not count", lambda: ListService(ROWS, total=lambda _: None), "250 of 250, in order | 3 | the service returned no total count"
    ),
    Hostile("counts with a string", lambda: ListService(ROWS, total=str), "250 of 250, in order | 3 | complete"),
    Hostile(
        "counts -1", lambda: ListService(ROWS, total=lambda _: -1), "250 of 250, in order | 3 | the service lists more items than it counts"
    ),
    Hostile(
        "lists in random order",
        _shuffled,
        "250 of 250 | 3 | items have no time or key, or are out of order; pages were requested by offset only",
    ),
    Hostile("adds ten earlier events with every response", _growing, "185 of 185 | 6 | complete"),
    Hostile(
        "reads intervals in another time zone than it writes times",
        _other_time_zone,
        "100 of 250, in order | 14 | a page does not overlap the page before it; the service counts more items than it lists",
    ),
    Hostile(
        "writes invalid times",
        lambda: ListService([row(number, at="soon") for number in range(150)]),
        "150 of 150, in order | 2 | items have no time or key, or are out of order; pages were requested by offset only",
    ),
    Hostile(
        "returns rows without an id",
        lambda: ListService([{"StartTime": one["StartTime"]} for one in ROWS], order=lambda found: found[::-1]),
        "250 of 250, in order | 3 | items have no time or key, or are out of order; pages were requested by offset only",
    ),
    Hostile(
        "returns each row twice in a page",
        lambda: ListService(ROWS, page=lambda rows, _: [one for one in rows[:50] for _ in "ab"]),
        "250 of 250, in order | 11 | the service lists more items than it counts",
    ),
    Hostile("rejects offsets above 120", lambda: ListService(ROWS, cap=120), "250 of 250, in order | 11 | complete", {"limit": 50}),
    Hostile(
        "rejects offsets above 120, and all rows have one time",
        lambda: ListService([row(n, at=ROWS[0]["StartTime"]) for n in range(250)], cap=120),
        "100 of 250, in order | 3 | `LimitExceeded`, with the cursor",
        {"limit": 50},
    ),
)


def outcome_of(service: ListService, received: list[Any], error: TencentkitError | None, pager: Any) -> str:
    """Return in one line the items listed, the calls and the doubts or error."""
    names = [item.invoke_request_id for item in received]
    starts = [str(item.start_time) for item in received]
    known = [name for name in names if isinstance(name, str)]
    listed = f"{len(received)} of {len(service.rows)}"
    listed += ", in order" if starts == sorted(starts, reverse=True) else ""
    listed += ", with duplicates" if len(set(known)) < len(known) else ""
    if error is not None:
        verdict = f"`{type(error).__name__}`" + (", with the cursor" if error.cursor else "")
    else:
        verdict = "complete" if pager.complete else "; ".join(pager.doubts)
    return f"{listed} | {len(service.bodies)} | {verdict}"


def table() -> str:
    """Return the table for docs/paging.md."""
    head = ["| Service | Items listed | Calls | Outcome |", "|---|---|---|---|"]
    return "\n".join([*head, *(f"| {one.does} | {one.outcome} |" for one in HOSTILE)])
