"""Listings and waiters: missing pages, expired tokens."""

from __future__ import annotations

import json
from typing import Any
from unittest import mock

from tencentkit import Credentials
from tencentkit.credentials import CallableCredentials
from tests.faults.fault import FaultRun, Seen
from tests.transport.raw_server import Connection, ok, raw_server


def _page(total: int, size: int = 10, start: int = 0) -> bytes:
    items = [{"InvokeRequestId": f"e-{start + number}"} for number in range(size)]
    return ok(json.dumps({"Response": {"TotalCount": total, "EventList": items, "RequestId": "r"}}).encode())


def header(request: bytes, name: bytes) -> bytes:
    return next(line.split(b": ", 1)[1] for line in request.split(b"\r\n") if line.lower().startswith(name + b":"))


def page_hangs(run: FaultRun) -> Seen:
    """Send two pages; the third never arrives."""

    def handle(connection: Connection) -> None:
        for _ in range(2):
            connection.request()
            connection.send(_page(100))
        connection.request()
        connection.stopping.wait()

    with raw_server(handle) as server:
        client = run.client(server.url)
        pager = client.with_options(deadline=0.5).paginate(client.list_async_events, function_name="f", limit=10)
        outcome = run.outcome(lambda: run.kind.listed(pager) and None)
        run.kind.close_clients()
        assert run.error is not None
        assert getattr(run.error, "cursor", None) == pager.cursor
        return Seen(outcome, len(server.requests))


def wait_hangs(run: FaultRun) -> Seen:
    with raw_server(lambda connection: (connection.request(), connection.stopping.wait())[0] and None) as server:
        client = run.client(server.url)
        outcome = run.outcome(lambda: client.wait_until_async_event_finished(invoke_request_id="e", timeout=0.5))
        run.kind.close_clients()
        return Seen(outcome, len(server.requests))


def token_expires(run: FaultRun) -> Seen:
    """Reject the first token after two pages."""

    def handle(connection: Connection) -> None:
        pages = 0
        while request := connection.request():
            if header(request, b"x-tc-token") == b"token-1" and pages == 2:
                connection.send(ok(b'{"Response": {"Error": {"Code": "AuthFailure.TokenFailure", "Message": ""}}}'))
            else:
                connection.send(_page(50, start=pages * 10))
                pages += 1

    fetches: list[int] = []

    def fetch() -> Credentials:
        fetches.append(1)
        return Credentials("id", "key", f"token-{len(fetches)}")

    provider = CallableCredentials(fetch)
    with raw_server(handle) as server, mock.patch("tencentkit.credentials._refresh._MIN_AGE", 0.0):
        client = run.client(server.url, credentials=provider)
        pager = client.paginate(client.list_async_events, function_name="f", limit=10)
        items: list[Any] = []
        outcome = run.outcome(lambda: items.extend(run.kind.listed(pager)))
        run.kind.close_clients()
        assert [item.invoke_request_id for item in items] == [f"e-{number}" for number in range(50)]
        return Seen(outcome, len(server.requests))
