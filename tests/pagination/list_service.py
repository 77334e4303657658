"""Configurable list service, for behaviour that the fake SCF lacks: wrong counts, wrong pages, unstable orders, caps."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any

from tencentkit.transport import HttpRequest, HttpResponse
from tests.scripted import refusal, result

Row = dict[str, str]


def row(number: int, *, at: str | None = None) -> Row:
    """Return an event; a higher number means a later start."""
    hours, seconds = divmod(number, 3600)
    minutes, seconds = divmod(seconds, 60)
    return {"InvokeRequestId": f"event-{number}", "StartTime": at or f"2020-12-01 {hours:02}:{minutes:02}:{seconds:02}.000"}


class ListService:
    """Rows, and the rules that page through them.

    Args:
        rows: All rows.
        order: Sorts the rows of one response; by default newest first or oldest first, by the request.
        total: Returns the reported total for the real one.
        page: Changes the rows of a response, by the request.
        cap: Maximum of offset plus limit.
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
        self.bodies: list[dict[str, Any]] = []
        self._lock = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with self._lock:
            body = json.loads(request.body)
            self.bodies.append(body)
            self.before(len(self.bodies))
            offset, limit = body.get("Offset", 0), body.get("Limit", 20)
            if self.cap is not None and offset + limit > self.cap:
                return refusal("LimitExceeded.Offset")
            found = self.rows
            interval = body.get("StartTimeInterval")
            if interval is not None:
                found = [one for one in found if interval["Start"] <= one["StartTime"][:19] < interval["End"]]
            if self.order is not None:
                found = self.order(found)
            else:
                found = sorted(found, key=lambda one: (one["StartTime"], one["InvokeRequestId"]), reverse=body.get("Order") != "ASC")
            rows = found[offset : offset + limit]
            if self.page is not None:
                rows = self.page(rows, body)
            return result(TotalCount=self.total(len(found)), EventList=rows)

    @property
    def offsets(self) -> list[int]:
        """Requested offsets."""
        return [body["Offset"] for body in self.bodies]
