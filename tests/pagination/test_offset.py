"""Paging by offset, page number and token, with various rows of the paging table."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from tencentkit._pagination.listing import PagedListing
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
    """Lists 47 rows in the style of a row of the paging table."""

    def __init__(self, paging: Paging) -> None:
        self.paging = paging
        self.requests: list[dict[str, Any]] = []

    def __call__(self, **arguments: Any) -> Any:
        self.requests.append(arguments)
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
def run_listing(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """List all rows; return their numbers, the pager and the service."""

    def run(paging: Paging, service: Any = None, **options: Any) -> tuple[list[int], Any, Any]:
        service = service or Service(paging)
        arguments = options.pop("arguments", {})
        chosen = PagingOptions(**options)
        listing = PagedListing(action(paging), paging, arguments, chosen, query="", clock=ManualClock())
        if request.param == "sync":
            pager: Any = ListingPager(listing, service, chosen)
            return [row.number for row in pager], pager, service

        async def method(**arguments: Any) -> Any:
            await asyncio.sleep(0)
            return service(**arguments)

        async def collect() -> list[int]:
            return [row.number async for row in pager]

        pager = AsyncListingPager(listing, method, chosen)
        return asyncio.run(collect()), pager, service

    return run


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("prefetch", [0, 1, 4])
def test_lists_every_row_once_in_order(run_listing: Any, style: str, prefetch: int) -> None:
    """In each style, with any number of pages ahead."""
    received, pager, _ = run_listing(STYLES[style], prefetch=prefetch)
    assert received == list(range(COUNT))
    assert pager.total == (None if STYLES[style].total is None else COUNT)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("size", [1, 3, 10])
def test_resumes_at_every_row(run_listing: Any, style: str, size: int) -> None:
    """The cursor holds the position in each style, also in the middle of a page."""
    for stop in range(COUNT + 1):
        arguments = {"arguments": {"limit": size}}
        head, first, _ = run_listing(STYLES[style], max_items=stop, **arguments)
        rest, _, _ = run_listing(STYLES[style], start=first.cursor, **arguments)
        assert head + rest == list(range(COUNT))


def test_page_number_resumes_with_other_size(run_listing: Any) -> None:
    """A numbered page begins at a multiple of its size: the rows before the position are requested again and dropped."""
    head, first, _ = run_listing(STYLES["pages from 1"], max_items=13)
    rest, _, service = run_listing(STYLES["pages from 1"], start=first.cursor, arguments={"limit": 4})
    assert head + rest == list(range(COUNT))
    assert service.requests[0]["page"] == 4


def test_first_page_of_caller(run_listing: Any) -> None:
    """The listing begins at the caller's page number, offset or token."""
    assert run_listing(STYLES["pages from 1"], arguments={"page": 3})[0] == list(range(20, COUNT))
    assert run_listing(STYLES["pages from 0"], arguments={"page": 3})[0] == list(range(30, COUNT))
    assert run_listing(STYLES["offset"], arguments={"offset": 7})[0] == list(range(7, COUNT))
    assert run_listing(STYLES["token"], arguments={"token": "t40"})[0] == list(range(40, COUNT))


def test_complete_by_style(run_listing: Any) -> None:
    """Tokens are the service's own order; offsets over several pages promise nothing."""
    assert run_listing(STYLES["token"])[1].complete
    assert not run_listing(STYLES["offset"])[1].complete
    assert run_listing(STYLES["offset"], arguments={"limit": 100})[1].complete


def test_repeated_token_stalls(run_listing: Any) -> None:
    """Two pages that lead to each other are an error, not a loop."""
    service = Service(STYLES["token"])

    def circle(**arguments: Any) -> Any:
        page = service(**arguments)
        page.following = "t10" if arguments.get("token") == "t20" else "t20"
        return page

    with pytest.raises(ListingStalled, match="token"):
        run_listing(STYLES["token"], circle)


def test_maximum_of_token_pages(run_listing: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error of a listing with too many pages differs from that of a repeated page; its cursor resumes the listing."""
    monkeypatch.setattr("tencentkit._pagination.offset._MAX_TOKENS", 2)
    with pytest.raises(ListingStalled, match="exceeds 2 pages; resume it from the cursor") as caught:
        run_listing(STYLES["token"])
    monkeypatch.undo()
    assert run_listing(STYLES["token"], start=caught.value.cursor)[0] == list(range(20, COUNT))


def test_empty_page_with_token_continues(run_listing: Any) -> None:
    """Services that filter behind their pages return such."""
    service = Service(STYLES["token"])

    def filtered(**arguments: Any) -> Any:
        page = service(**arguments)
        if arguments.get("token") == "t10":
            page.rows = []
        return page

    assert run_listing(STYLES["token"], filtered)[0] == [*range(10), *range(20, COUNT)]


def test_key_drops_duplicates(run_listing: Any) -> None:
    """If items have a key, a shift causes no duplicate, and is reported."""
    service = Service(STYLES["offset with a key"])

    def shifting(**arguments: Any) -> Any:
        return service(**arguments | {"offset": max(0, arguments["offset"] - len(service.requests))})

    received, pager, _ = run_listing(STYLES["offset with a key"], shifting)
    assert len(received) == len(set(received))
    assert pager.possibly_changed
    assert not pager.complete


def test_rejects_invalid_offset() -> None:
    """Like any other invalid argument."""
    for wrong in (-1, "2", True):
        with pytest.raises(RequestInvalid):
            PagedListing(action(OFFSET), OFFSET, {"offset": wrong}, PagingOptions(), query="", clock=ManualClock())
