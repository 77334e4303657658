"""After the end nothing is sent any more, what is under way comes to its end, and no socket is left."""

from __future__ import annotations

import asyncio
import threading
import time
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from tencentkit.errors import ConnectionFailed, RequestInvalid
from tencentkit.scf import AsyncClient
from tencentkit.transport import AsyncHttpxTransport, HttpRequest, HttpxTransport
from tests.conftest import CREDENTIALS, Kind
from tests.transport.raw_server import Connection, answering, ok, raw_server


def sockets() -> int:
    return sum("socket:" in str(each.readlink()) for each in Path("/proc/self/fd").iterdir() if each.is_symlink())


def test_what_is_under_way_comes_to_its_end(kind: Kind) -> None:
    """Closing does not cut off the answer to a request that was sent, and the last answer closes the sockets."""
    asked, answer = threading.Event(), threading.Event()

    def handle(connection: Connection) -> None:
        while connection.request():
            asked.set()
            answer.wait(10)
            connection.send(ok())

    with raw_server(handle) as server:
        client = kind.client(base_url=server.url, throttle=None, retry=None)
        counts: list[int] = []
        if kind.is_async:
            kind.run(asyncio.sleep(0))  # a loop has sockets of its own
        before = sockets()

        def in_thread() -> None:
            counts.append(client.list_async_events(function_name="f").total_count)

        async def in_task() -> None:
            call = asyncio.ensure_future(client.list_async_events(function_name="f"))
            await asyncio.to_thread(asked.wait, 10)
            await client.aclose()
            with pytest.raises(RequestInvalid, match="closed"):
                await client.list_async_events(function_name="f")
            answer.set()
            counts.append((await call).total_count)

        if kind.is_async:
            kind.run(in_task())
        else:
            thread = threading.Thread(target=in_thread)
            thread.start()
            assert asked.wait(10)
            client.close()
            answer.set()
            thread.join()
        assert counts == [3]
        assert (server.connections, len(server.requests)) == (1, 1)
    assert sockets() <= before  # also the server's side has gone


def test_a_closed_transport_opens_nothing(kind: Kind) -> None:
    """A call that passed the client's own look before the end is stopped there."""
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


def test_who_waits_for_a_connection_gets_none_after_the_end() -> None:
    """A task in the queue of the pool ends with a typed error, and does not send."""
    answer = threading.Event()

    def handle(connection: Connection) -> None:
        while connection.request():
            answer.wait(10)
            connection.send(ok())

    async def main(url: str) -> list[Any]:
        transport = AsyncHttpxTransport()
        request = HttpRequest(f"{url}/", (("Host", "127.0.0.1"), ("Content-Length", "0")), b"")
        tasks = [asyncio.ensure_future(transport.send(request, timeout=10, budget=10)) for _ in range(3)]
        while not transport._pools or next(iter(transport._pools.values())).in_flight < 3:
            await asyncio.sleep(0)
        await transport.aclose()
        answer.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    with raw_server(handle) as server, pytest.MonkeyPatch.context() as patch:
        patch.setattr("tencentkit.transport._pool_state.MAX_IN_FLIGHT", 1)
        ends = asyncio.run(main(server.url))
        assert sorted(type(end).__name__ for end in ends) == ["ConnectionFailed", "ConnectionFailed", "HttpResponse"]
        assert len(server.requests) == 1


def test_the_end_in_one_loop_closes_the_connections_of_another(kind: Kind) -> None:
    """A client that two loops use is closed in both."""
    if not kind.is_async:
        pytest.skip("a matter of event loops")
    with raw_server(answering(ok())) as server, asyncio.Runner() as other:
        client = kind.client(base_url=server.url, throttle=None)
        kind.run(asyncio.sleep(0))  # each loop has sockets of its own
        other.run(asyncio.sleep(0))
        before = sockets()
        other.run(client.list_async_events(function_name="f"))
        kind.run(client.list_async_events(function_name="f"))
        kind.run(client.aclose())

        async def settle() -> None:
            while sockets() > before:
                await asyncio.sleep(0.01)

        other.run(settle())


def test_a_client_is_entered_only_while_it_is_open(kind: Kind) -> None:
    """`with` closes; what is closed cannot be entered again, and closing it again does nothing."""
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


def test_a_call_that_is_cancelled_as_it_closes_leaves_nothing_open(either: str) -> None:
    """Connections that were idle for too long are closed by the next call, all of them, at whatever moment that call is cancelled."""

    async def main(url: str) -> None:
        async with AsyncClient(region="ap-guangzhou", credentials=CREDENTIALS, base_url=url, throttle=None, retry=None) as client:
            turns, cut = 0, True
            while cut:
                await asyncio.gather(*(client.list_async_events(function_name="f") for _ in range(10)))
                with mock.patch("tencentkit.transport._pool_state.IDLE_SECONDS", -1.0):
                    task = asyncio.ensure_future(client.list_async_events(function_name="f"))
                    for _ in range(turns):
                        await asyncio.sleep(0)
                    cut = task.cancel()
                    await asyncio.gather(task, return_exceptions=True)
                turns += 1
            assert turns > 1
        await asyncio.sleep(0)  # asyncio closes the files in its next turn

    with raw_server(answering(ok())) as server:
        before = sockets()
        asyncio.run(main(server.url))
        ends = time.monotonic() + 5  # the server's ends, which its threads close
        while sockets() > before and time.monotonic() < ends:
            time.sleep(0.01)
        assert sockets() == before
