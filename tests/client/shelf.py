"""A service that lists rows as it is told to, for what the fake SCF does not do: wrong counts, wrong pages, unstable orders, caps."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any

from tencentkit.transport import HttpRequest, HttpResponse
from tests.client.scripted import refusal, result

Row = dict[str, str]


def row(number: int, *, at: str | None = None) -> Row:
    """An event; the higher its number, the later it began."""
    hours, seconds = divmod(number, 3600)
    minutes, seconds = divmod(seconds, 60)
    return {"InvokeRequestId": f"event-{number}", "StartTime": at or f"2020-12-01 {hours:02}:{minutes:02}:{seconds:02}.000"}


class Shelf:
    """Rows, and the rules by which pages of them are given.

    Args:
        rows: What there is.
        order: Sorts the rows of one answer; by default newest first or oldest first, as the request says.
        total: What it says of their number, given the right one.
        page: Changes the rows of an answer, given them and the request.
        cap: The most that offset and limit may be together.
    """

    def __init__(
        self,
        rows: list[Row],
        *,
        order: Callable[[list[Row]], list[Row]] | None = None,
        total: Callable[[int], Any] = lambda count: count,
        page: Callable[[list[Row], dict[str, Any]], list[Row]] | None = None,
        cap: int | None = None,
    ) -> None:
        self.rows = list(rows)
        self.order = order
        self.total = total
        self.page = page
        self.cap = cap
        self.before: Callable[[int], None] = lambda _: None
        self.asked: list[dict[str, Any]] = []
        self._lock = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with self._lock:
            asked = json.loads(request.body)
            self.asked.append(asked)
            self.before(len(self.asked))
            offset, limit = asked.get("Offset", 0), asked.get("Limit", 20)
            if self.cap is not None and offset + limit > self.cap:
                return refusal("LimitExceeded.Offset")
            found = self.rows
            interval = asked.get("StartTimeInterval")
            if interval is not None:
                found = [one for one in found if interval["Start"] <= one["StartTime"][:19] < interval["End"]]
            if self.order is not None:
                found = self.order(found)
            else:
                found = sorted(found, key=lambda one: (one["StartTime"], one["InvokeRequestId"]), reverse=asked.get("Order") != "ASC")
            rows = found[offset : offset + limit]
            if self.page is not None:
                rows = self.page(rows, asked)
            return result(TotalCount=self.total(len(found)), EventList=rows)

    @property
    def offsets(self) -> list[int]:
        """The offsets that were asked for."""
        return [asked["Offset"] for asked in self.asked]
