"""Connection pool: reuse only after the reuse check, no leak after any error, expiry of idle connections."""

from __future__ import annotations

import asyncio
import os
import time
from typing import Any

import h11
import pytest
import trustme

from tencentkit.errors import ConnectionFailed, TencentkitError
from tencentkit.transport import (
    AsyncHttpxTransport,
    HttpRequest,
    HttpxTransport,
    _engine_pool,
)
from tests.conftest import Kind
from tests.transport.raw_server import Connection, answering, ok, raw_server
from tests.transport.test_closing import sockets
from tests.transport.tls import tls_server, trusting

OWN, UNEXPECTED = (f"HTTP/1.1 200 OK\r\nContent-Length: {len(word)}\r\n\r\n{word}".encode() for word in ("own", "unexpected"))


def request(url: str) -> HttpRequest:
    return HttpRequest(url, (("Host", "127.0.0.1"), ("Content-Length", "2")), b"{}")


def send(kind: Kind, transport: Any, url: str) -> Any:
    return kind.run(transport.send(request(url), timeout=5, budget=5))


def close(kind: Kind, transport: Any) -> None:
    kind.run(transport.aclose() if kind.is_async else transport.close())


@pytest.fixture
def transport(kind: Kind) -> Any:
    made = kind.pick(HttpxTransport, AsyncHttpxTransport)()
    yield made
    close(kind, made)


def test_interrupted_exchange_closes_its_connection(kind: Kind, transport: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C right before the reuse check: the next request must not read the unexpected data."""

    def handle(connection: Connection) -> None:
        connection.request()
        connection.send(OWN + UNEXPECTED)
        while connection.request():
            connection.send(OWN)

    def interrupt(_: object) -> None:
        raise InterruptedError

    with raw_server(handle) as server:
        with monkeypatch.context() as patch:
            patch.setattr(_engine_pool._Exchange, "check_end", interrupt)
            with pytest.raises(InterruptedError):
                send(kind, transport, f"{server.url}/")
        with pytest.raises(TencentkitError):  # a new connection, on which unexpected data follows, too
            send(kind, transport, f"{server.url}/")
        assert server.connections == 2


def test_interrupted_end_closes_its_connection(kind: Kind, transport: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while h11 prepares for the next request: that request uses another connection."""

    def interrupt(_: object) -> None:
        raise InterruptedError

    with raw_server(answering(OWN)) as server:
        with monkeypatch.context() as patch:
            patch.setattr(h11.Connection, "start_next_cycle", interrupt)
            with pytest.raises(InterruptedError):
                send(kind, transport, server.url)
        assert send(kind, transport, server.url).body == b"own"
        assert server.connections == 2


@pytest.mark.parametrize("times", [1, 2])
def test_cancelled_connection_race_leaks_nothing(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """A host has two addresses; the call is cancelled at each step."""

    async def addresses(*_: object) -> tuple[str, ...]:
        return "127.0.0.1", "127.0.0.2"

    async def main(url: str) -> None:
        steps, cancelled = 0, True
        while cancelled:
            transport = AsyncHttpxTransport(trust_env=False)
            task = asyncio.ensure_future(transport.send(request(url), timeout=5, budget=5))
            for _ in range(steps):
                await asyncio.sleep(0)
            cancelled = task.cancel()
            for _ in range(times - 1):
                await asyncio.sleep(0)
                task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await transport.aclose()
            steps += 1
        assert steps > 5
        await asyncio.sleep(0)

    monkeypatch.setattr("tencentkit.transport._stream_async.resolve_async", addresses)
    with raw_server(answering(ok())) as server:
        before = sockets()
        asyncio.run(main(f"http://scf.example:{server.port}/"))
        ends = time.monotonic() + 5  # the server's threads close its sockets
        while sockets() > before and time.monotonic() < ends:
            time.sleep(0.01)
        assert sockets() == before


def test_invalid_tls_record_fails_the_connection(kind: Kind) -> None:
    """The error has one class and says that the request was sent."""
    ca = trustme.CA()

    def handle(connection: Connection) -> None:
        connection.request()
        os.write(connection.sock.fileno(), b"\x17\x03\x03\x00\x20" + b"x" * 32)  # bypasses TLS
        connection.stopping.wait(5)

    with raw_server(handle, tls=tls_server(ca, "127.0.0.1")) as server:
        transport = kind.pick(HttpxTransport, AsyncHttpxTransport)(trust=trusting(ca))
        with pytest.raises(ConnectionFailed, match="connection reset or closed") as caught:
            send(kind, transport, f"{server.url}/")
        assert caught.value.sent
        close(kind, transport)


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/", "127.0.0.1", "", "socks5://127.0.0.1/", "http://127.0.0.1:70000/"])
def test_invalid_url_fails_permanently(kind: Kind, transport: Any, url: str) -> None:
    """The client sends nothing."""
    with pytest.raises(ConnectionFailed) as caught:
        send(kind, transport, url)
    assert (caught.value.sent, caught.value.permanent) == (False, True)


@pytest.mark.parametrize("target", ["/a/../b", '/a"<>', "/?", "/%zz", "/a?b=%20"])
def test_httpx_normalizes_unusual_targets(kind: Kind, transport: Any, target: str) -> None:
    """The request line contains the target that httpx computes."""
    import httpx

    with raw_server(answering(ok())) as server:
        send(kind, transport, server.url + target)
        assert server.requests[0].split()[1] == httpx.URL(server.url + target).raw_path
