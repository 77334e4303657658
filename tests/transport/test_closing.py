"""Closing of clients and transports: no new request, exchanges in flight complete, no socket leaks."""

from __future__ import annotations

import asyncio
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tencentkit.errors import ConnectionFailed, RequestInvalid
from tencentkit.scf import AsyncClient
from tencentkit.transport import AsyncHttpxTransport, HttpRequest, HttpxTransport
from tests.conftest import CREDENTIALS, Kind
from tests.transport.raw_server import Connection, answering, ok, raw_server


def sockets() -> int:
    return sum("socket:" in str(each.readlink()) for each in Path("/proc/self/fd").iterdir() if each.is_symlink())


def test_close_waits_for_exchanges_in_flight(kind: Kind) -> None:
    """Closing does not abort a request that was sent; the last response closes the sockets."""
    received, respond = threading.Event(), threading.Event()

    def handle(connection: Connection) -> None:
        while connection.request():
            received.set()
            respond.wait(10)
            connection.send(ok())

    with raw_server(handle) as server:
        client = kind.client(base_url=server.url, throttle=None, retry=None)
        counts: list[int] = []
        if kind.is_async:
            kind.run(asyncio.sleep(0))  # an event loop has its own sockets
        before = sockets()

        def in_thread() -> None:
            counts.append(client.list_async_events(function_name="f").total_count)

        async def in_task() -> None:
            call = asyncio.ensure_future(client.list_async_events(function_name="f"))
            await asyncio.to_thread(received.wait, 10)
            await client.aclose()
            with pytest.raises(RequestInvalid, match="closed"):
                await client.list_async_events(function_name="f")
            respond.set()
            counts.append((await call).total_count)

        if kind.is_async:
            kind.run(in_task())
        else:
            thread = threading.Thread(target=in_thread)
            thread.start()
            assert received.wait(10)
            client.close()
            respond.set()
            thread.join()
        assert counts == [3]
        assert (server.connections, len(server.requests)) == (1, 1)
    assert sockets() <= before  # the server's sockets are closed, too


def test_closed_transport_opens_no_connection(kind: Kind) -> None:
    """The transport rejects a request that passed the check of the client before the close."""
    with raw_server(answering(ok())) as server:
        transport = kind.pick(HttpxTransport, AsyncHttpxTransport)()
        request = HttpRequest(f"{server.url}/", (("Host", "127.0.0.1"), ("Content-Length", "0")), b"")

        async def twice() -> None:
            assert (await transport.send(request, timeout=10, budget=10)).status == 200
            await transport.aclose()
            await transport.aclose()
            with pytest.raises(ConnectionFailed, match="closed"):
                await transport.send(request, timeout=10, budget=10)

        if kind.is_async:
            kind.run(twice())
        else:
            assert transport.send(request, timeout=10, budget=10).status == 200
            transport.close()
            transport.close()
            with pytest.raises(ConnectionFailed, match="closed"):
                transport.send(request, timeout=10, budget=10)
        assert (server.connections, len(server.requests)) == (1, 1)


def test_close_fails_waiters_for_a_slot() -> None:
    """A task that waits at the concurrency limit fails with a typed error, and does not send."""
    respond = threading.Event()

    def handle(connection: Connection) -> None:
        while connection.request():
            respond.wait(10)
            connection.send(ok())

    async def main(url: str) -> list[Any]:
        transport = AsyncHttpxTransport(max_connections=1)
        request = HttpRequest(f"{url}/", (("Host", "127.0.0.1"), ("Content-Length", "0")), b"")
        tasks = [asyncio.ensure_future(transport.send(request, timeout=10, budget=10)) for _ in range(3)]
        while not server.requests:
            await asyncio.sleep(0.001)
        await transport.aclose()
        respond.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    with raw_server(handle) as server:
        results = asyncio.run(main(server.url))
        assert sorted(type(each).__name__ for each in results) == ["ConnectionFailed", "ConnectionFailed", "HttpResponse"]
        assert len(server.requests) == 1


def test_close_reaches_other_event_loops(kind: Kind) -> None:
    """Closing a client that two loops use closes its connections in both."""
    if not kind.is_async:
        pytest.skip("event loops only")
    with raw_server(answering(ok())) as server, asyncio.Runner() as other:
        client = kind.client(base_url=server.url, throttle=None)
        kind.run(asyncio.sleep(0))  # each event loop has its own sockets
        other.run(asyncio.sleep(0))
        before = sockets()
        other.run(client.list_async_events(function_name="f"))
        kind.run(client.list_async_events(function_name="f"))
        kind.run(client.aclose())

        async def settle() -> None:
            while sockets() > before:
                await asyncio.sleep(0.01)

        other.run(settle())


def test_closed_client_cannot_be_entered(kind: Kind) -> None:
    """`with` closes a client. A second close does nothing."""
    client = kind.client()

    async def use() -> None:
        async with client:
            pass
        await client.aclose()
        with pytest.raises(RequestInvalid, match="client: is closed"):
            async with client:
                raise AssertionError

    if kind.is_async:
        kind.run(use())
    else:
        with client:
            pass
        client.close()
        with pytest.raises(RequestInvalid, match="client: is closed"), client:
            raise AssertionError


def test_cancellation_during_expiry_leaks_nothing(either: str) -> None:
    """The next call closes all expired connections, wherever it is cancelled."""

    async def main(url: str) -> None:
        settings: dict[str, Any] = {"transport": AsyncHttpxTransport(idle_timeout=1e-6), "throttle": None, "retry": None}
        async with AsyncClient(region="ap-guangzhou", credentials=CREDENTIALS, base_url=url, **settings) as client:
            steps, cancelled = 0, True
            while cancelled:
                await asyncio.gather(*(client.list_async_events(function_name="f") for _ in range(10)))
                task = asyncio.ensure_future(client.list_async_events(function_name="f"))
                for _ in range(steps):
                    await asyncio.sleep(0)
                cancelled = task.cancel()
                await asyncio.gather(task, return_exceptions=True)
                steps += 1
            assert steps > 1
            await settings["transport"].aclose()
        await asyncio.sleep(0)  # asyncio closes the sockets in its next iteration

    with raw_server(answering(ok())) as server:
        before = sockets()
        asyncio.run(main(server.url))
        ends = time.monotonic() + 5  # the server's threads close its sockets
        while sockets() > before and time.monotonic() < ends:
            time.sleep(0.01)
        assert sockets() == before
