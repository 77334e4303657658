"""A connection is used again only when it was found clean; whatever ends an exchange, none is left open."""

from __future__ import annotations

import asyncio
import os
import time
from typing import Any

import pytest

from tencentkit.errors import ConnectionFailed, TencentkitError
from tencentkit.transport import AsyncHttpxTransport, HttpRequest, HttpxTransport, _httpx_async
from tencentkit.transport import _httpx_sync as _httpx_transport
from tencentkit.transport import _pool_state as _pool
from tencentkit.transport._pool_state import IdleConnections
from tests.conftest import Kind
from tests.transport.raw_server import Connection, answering, ok, raw_server
from tests.transport.test_closing import sockets
from tests.transport.test_httpx_transport import authority, tls_server, trusting

OWN, STRANGERS = (f"HTTP/1.1 200 OK\r\nContent-Length: {len(word)}\r\n\r\n{word}".encode() for word in ("own", "stranger's"))


def request(url: str) -> HttpRequest:
    return HttpRequest(url, (("Host", "127.0.0.1"), ("Content-Length", "2")), b"{}")


def sent(kind: Kind, transport: Any, url: str) -> Any:
    return kind.run(transport.send(request(url), timeout=5, budget=5))


def end(kind: Kind, transport: Any) -> None:
    kind.run(transport.aclose() if kind.is_async else transport.close())


@pytest.fixture
def transport(kind: Kind) -> Any:
    made = kind.pick(HttpxTransport, AsyncHttpxTransport)()
    yield made
    end(kind, made)


def test_what_an_interrupt_ended_is_not_used_again(kind: Kind, transport: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C right before the look at what is left: the stranger's answer that is left is nobody's."""

    def handle(connection: Connection) -> None:
        connection.request()
        connection.send(OWN + STRANGERS)
        while connection.request():
            connection.send(OWN)

    def interrupt(_: object) -> None:
        raise InterruptedError

    with raw_server(handle) as server:
        module, name = kind.pick(lambda: (_httpx_transport, "connection_state"), lambda: (_httpx_async, "connection_state_async"))()
        with monkeypatch.context() as patch:
            patch.setattr(module, name, interrupt)
            with pytest.raises(InterruptedError):
                sent(kind, transport, f"{server.url}/")
        with pytest.raises(TencentkitError):  # it has a connection of its own, on which a stranger's answer follows, too
            sent(kind, transport, f"{server.url}/")
        assert server.connections == 2


@pytest.mark.parametrize("times", [1, 2])
def test_a_connection_that_is_cancelled_among_addresses_is_closed(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """A host of two addresses, and a call that is cancelled at each moment."""

    async def addresses(*_: object) -> tuple[str, ...]:
        return "127.0.0.1", "127.0.0.2"

    async def main(url: str) -> None:
        turns, cut = 0, True
        while cut:
            transport = AsyncHttpxTransport(trust_env=False)
            task = asyncio.ensure_future(transport.send(request(url), timeout=5, budget=5))
            for _ in range(turns):
                await asyncio.sleep(0)
            cut = task.cancel()
            for _ in range(times - 1):
                await asyncio.sleep(0)
                task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await transport.aclose()
            turns += 1
        assert turns > 5
        await asyncio.sleep(0)

    monkeypatch.setattr("tencentkit.transport._backend_async.resolve_async", addresses)
    with raw_server(answering(ok())) as server:
        before = sockets()
        asyncio.run(main(f"http://scf.example:{server.port}/"))
        ends = time.monotonic() + 5  # the server's ends, which its threads close
        while sockets() > before and time.monotonic() < ends:
            time.sleep(0.01)
        assert sockets() == before


def test_a_broken_record_of_tls_is_a_broken_connection(kind: Kind) -> None:
    """One kind of error, and it says that the request was sent."""
    ca = authority()

    def handle(connection: Connection) -> None:
        connection.request()
        os.write(connection.sock.fileno(), b"\x17\x03\x03\x00\x20" + b"x" * 32)  # past TLS
        connection.stopping.wait(5)

    with raw_server(handle, tls=tls_server(ca, "127.0.0.1")) as server:
        transport = kind.pick(HttpxTransport, AsyncHttpxTransport)(trust=trusting(ca))
        with pytest.raises(ConnectionFailed, match="connection reset or closed") as caught:
            sent(kind, transport, f"{server.url}/")
        assert caught.value.sent
        end(kind, transport)


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/", "127.0.0.1", "", "socks5://127.0.0.1/", "http://127.0.0.1:70000/"])
def test_an_address_that_is_none_is_refused(kind: Kind, transport: Any, url: str) -> None:
    """For good, before anything is sent."""
    with pytest.raises(ConnectionFailed) as caught:
        sent(kind, transport, url)
    assert (caught.value.sent, caught.value.permanent) == (False, True)


@pytest.mark.parametrize("target", ["/a/../b", '/a"<>', "/?", "/%zz", "/a?b=%20"])
def test_an_odd_target_is_what_httpx_makes_of_it(kind: Kind, transport: Any, target: str) -> None:
    """Whether or not a proxy stands in between."""
    import httpx

    with raw_server(answering(ok())) as server:
        sent(kind, transport, server.url + target)
        assert server.requests[0].split()[1] == httpx.URL(server.url + target).raw_path


def test_what_was_kept_for_too_long_goes_wherever_it_leads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked at once a second; of one address not more than the rest is kept."""
    now = [0.0]
    monkeypatch.setattr(_pool.time, "monotonic", lambda: now[0])
    idle: IdleConnections[int] = IdleConnections()
    assert [idle.add("a", number) for number in range(_pool.MAX_IDLE)] == [[]] * _pool.MAX_IDLE
    assert idle.add("a", _pool.MAX_IDLE) == [0]
    now[0] = _pool.IDLE_SECONDS + 1
    assert idle.add("b", -1) == list(range(1, _pool.MAX_IDLE + 1))
    assert (len(idle), idle.pop("a"), idle.pop("b"), idle.pop_all()) == (1, None, -1, [])
