"""Page numbers, tokens, totals of other names: rows of the table, one engine."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from tencentkit._pagination.listing import Listing
from tencentkit._pagination.pager import AsyncListingPager, ListingPager
from tencentkit.errors import ListingStalled, RequestInvalid
from tencentkit.testing import ManualClock
from tencentkit_api.action import Action, Paging, PagingOptions

COUNT = 47
OFFSET = Paging(offset="offset", limit="limit", maximum=10, items="rows", total="total")
STYLES = {
    "offset": OFFSET,
    "offset with a key": OFFSET._replace(key="key"),
    "offset without a total": OFFSET._replace(total=None),
    "another total": OFFSET._replace(total="records"),
    "pages from 1": OFFSET._replace(offset="page", style="page", first=1),
    "pages from 0": OFFSET._replace(offset="page", style="page", first=0),
    "pages without a total": OFFSET._replace(offset="page", style="page", total=None),
    "token": OFFSET._replace(offset="token", style="token", token="following", total=None),
}


class Service:
    """Lists 47 rows in the style of a row of the table."""

    def __init__(self, paging: Paging) -> None:
        self.paging = paging
        self.asked: list[dict[str, Any]] = []

    def __call__(self, **arguments: Any) -> Any:
        self.asked.append(arguments)
        paging = self.paging
        limit = arguments.get("limit", 5)
        where = arguments.get(paging.offset)
        if paging.style == "token":
            begin = int(where.removeprefix("t")) if where else 0
        elif paging.style == "page":
            begin = (where - paging.first) * limit
        else:
            begin = where
        rows = [SimpleNamespace(key=f"k{number}", number=number) for number in range(begin, min(COUNT, begin + limit))]
        following = f"t{begin + limit}" if begin + limit < COUNT else ""
        return SimpleNamespace(rows=rows, total=COUNT, records=COUNT, following=following)


def action(paging: Paging) -> Action:
    return Action("ListThings", "zoo", "2020-01-01", None, read_only=True, region_required=False, regions=(), errors=(), paging=paging)


@pytest.fixture(params=["sync", "async"])
def walk(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Lists, and gives what came, the pager and what was asked."""

    def run(paging: Paging, service: Any = None, **options: Any) -> tuple[list[int], Any, Any]:
        service = service or Service(paging)
        arguments = options.pop("arguments", {})
        chosen = PagingOptions(**options)
        listing = Listing(action(paging), paging, arguments, chosen, query="", clock=ManualClock())
        if request.param == "sync":
            pager: Any = ListingPager(listing, service, chosen)
            return [row.number for row in pager], pager, service

        async def method(**asked: Any) -> Any:
            await asyncio.sleep(0)
            return service(**asked)

        async def collect() -> list[int]:
            return [row.number async for row in pager]

        pager = AsyncListingPager(listing, method, chosen)
        return asyncio.run(collect()), pager, service

    return run


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("prefetch", [0, 1, 4])
def test_everything_once_and_in_order(walk: Any, style: str, prefetch: int) -> None:
    """Whatever the style, and however many pages ahead."""
    given, pager, _ = walk(STYLES[style], prefetch=prefetch)
    assert given == list(range(COUNT))
    assert pager.total == (None if STYLES[style].total is None else COUNT)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("size", [1, 3, 10])
def test_resumed_at_every_item(walk: Any, style: str, size: int) -> None:
    """The cursor knows the place in each style, in the middle of a page, too."""
    for stop in range(COUNT + 1):
        arguments = {"arguments": {"limit": size}}
        head, first, _ = walk(STYLES[style], max_items=stop, **arguments)
        rest, _, _ = walk(STYLES[style], start=first.cursor, **arguments)
        assert head + rest == list(range(COUNT))


def test_a_number_is_resumed_with_another_page_size(walk: Any) -> None:
    """Pages by number cannot begin anywhere: what stands before the place is asked for again and dropped."""
    head, first, _ = walk(STYLES["pages from 1"], max_items=13)
    rest, _, service = walk(STYLES["pages from 1"], start=first.cursor, arguments={"limit": 4})
    assert head + rest == list(range(COUNT))
    assert service.asked[0]["page"] == 4


def test_the_callers_own_first_page(walk: Any) -> None:
    """A page number, an offset or a token of the caller's own is where it begins."""
    assert walk(STYLES["pages from 1"], arguments={"page": 3})[0] == list(range(20, COUNT))
    assert walk(STYLES["pages from 0"], arguments={"page": 3})[0] == list(range(30, COUNT))
    assert walk(STYLES["offset"], arguments={"offset": 7})[0] == list(range(7, COUNT))
    assert walk(STYLES["token"], arguments={"token": "t40"})[0] == list(range(40, COUNT))


def test_what_each_style_promises(walk: Any) -> None:
    """Tokens are the service's own order; offsets over several pages promise nothing."""
    assert walk(STYLES["token"])[1].complete
    assert not walk(STYLES["offset"])[1].complete
    assert walk(STYLES["offset"], arguments={"limit": 100})[1].complete


def test_a_token_that_comes_twice_ends_the_listing(walk: Any) -> None:
    """Two pages that lead to each other are an error, not a loop."""
    service = Service(STYLES["token"])

    def circle(**asked: Any) -> Any:
        page = service(**asked)
        page.following = "t10" if asked.get("token") == "t20" else "t20"
        return page

    with pytest.raises(ListingStalled, match="token"):
        walk(STYLES["token"], circle)


def test_an_empty_page_with_a_token_is_no_end(walk: Any) -> None:
    """Services that filter behind their pages give such."""
    service = Service(STYLES["token"])

    def sieve(**asked: Any) -> Any:
        page = service(**asked)
        if asked.get("token") == "t10":
            page.rows = []
        return page

    assert walk(STYLES["token"], sieve)[0] == [*range(10), *range(20, COUNT)]


def test_a_key_drops_what_comes_twice(walk: Any) -> None:
    """Where items have a key, a shift doubles nothing, and is noticed."""
    service = Service(STYLES["offset with a key"])

    def shifting(**asked: Any) -> Any:
        return service(**asked | {"offset": max(0, asked["offset"] - len(service.asked))})

    given, pager, _ = walk(STYLES["offset with a key"], shifting)
    assert len(given) == len(set(given))
    assert pager.possibly_changed
    assert not pager.complete


def test_a_wrong_first_page_is_refused() -> None:
    """As any offset that can never be right."""
    for wrong in (-1, "2", True):
        with pytest.raises(RequestInvalid):
            Listing(action(OFFSET), OFFSET, {"offset": wrong}, PagingOptions(), query="", clock=ManualClock())
