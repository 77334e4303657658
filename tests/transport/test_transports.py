"""All transports over real sockets: each exchange ends in time with a result or one typed error, and leaks nothing."""

from __future__ import annotations

import asyncio
import gc
import gzip
import os
import socket
import time
import warnings
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import trustme

from tencentkit.errors import ConnectionFailed, DeadlineExceeded, RequestInvalid, ResponseMalformed, TencentkitError, TimedOut
from tencentkit.scf import AsyncClient, Client
from tencentkit.transport import AsyncHttpxTransport, HttpxTransport
from tests.conftest import CREDENTIALS, Kind
from tests.transport.raw_server import Connection, answering, ok, once, raw_server
from tests.transport.tls import tls_server, trusting

pytestmark = pytest.mark.usefixtures("either")
HEAD = b"HTTP/1.1 200 OK\r\n"
REDIRECT = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"
BOMB = gzip.compress(b"0" * (60 * 1024 * 1024))


def gzipped(data: bytes) -> bytes:
    return ok(data, b"Content-Encoding: gzip")


def list_events(kind: Kind, url: str, **settings: Any) -> Any:
    client = kind.client(base_url=url, throttle=None, **({"retry": None, "deadline": 20} | settings))
    return kind.run(client.list_async_events(function_name="f"))


@pytest.mark.parametrize(
    "response",
    [
        ok(),
        gzipped(gzip.compress(b'{"Response": {"TotalCount": 3}}')),
        ok(b'\xef\xbb\xbf{"Response": {"TotalCount": 3}}'),
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n1f\r\n" + b'{"Response": {"TotalCount": 3}}' + b"\r\n0\r\n\r\n",
    ],
    ids=["plain", "gzip", "byte order mark", "chunked"],
)
def test_complete_response_is_a_result(kind: Kind, response: bytes) -> None:
    """All framings and encodings are accepted."""
    with raw_server(answering(response)) as server:
        assert list_events(kind, server.url).total_count == 3


@pytest.mark.parametrize(
    ("act", "error", "reason"),
    [
        (Connection.reset, ConnectionFailed, "connection reset or closed"),
        (lambda _: None, ConnectionFailed, "HTTP protocol error"),
        (lambda c: c.send(HEAD + b"Content-Le"), ConnectionFailed, "HTTP protocol error"),
        (lambda c: c.send(ok()[:-5]), ConnectionFailed, "HTTP protocol error"),
        (lambda c: c.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"), ConnectionFailed, "HTTP protocol error"),
        (lambda c: c.send(b"SSH-2.0-OpenSSH\r\n"), ConnectionFailed, "HTTP protocol error"),
        (lambda c: c.send(ok(b'{"Response": {"Tot')), ResponseMalformed, "is not JSON"),
        (lambda c: c.send(gzipped(gzip.compress(b'{"Response": {}}')[:-9])), ResponseMalformed, "truncated gzip data"),
        (lambda c: c.send(gzipped(b"no gzip")), ResponseMalformed, "is not valid gzip"),
        (lambda c: c.send(gzipped(BOMB)), ResponseMalformed, "larger than 52,428,800"),
        (lambda c: c.send(gzipped(gzip.compress(b"{}") * 2)), ResponseMalformed, "after the end of its gzip"),
        (lambda c: c.send(ok(zlib.compress(b"{}"), b"Content-Encoding: deflate")), ResponseMalformed, "deflate"),
        (lambda c: c.send(REDIRECT), ResponseMalformed, "redirect"),
        (lambda c: c.send(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 6\r\n\r\n<html>"), ResponseMalformed, "HTTP 502"),
        (lambda c: c.send(b"HTTP/1.1 503 No\r\nRetry-After: 9\r\nContent-Length: 0\r\n\r\n"), ResponseMalformed, "HTTP 503"),
    ],
    ids=[
        "reset", "closed", "cut headers", "cut body", "bad chunk", "garbage", "cut JSON", "cut gzip", "bad gzip",
        "gzip bomb", "two gzips", "deflate", "redirect", "HTML 502", "empty 503",
    ],
)  # fmt: skip
def test_invalid_response_is_one_typed_error(
    kind: Kind, act: Callable[[Connection], None], error: type[TencentkitError], reason: str
) -> None:
    """The error says what happened; the request was sent once."""
    with raw_server(once(act)) as server:
        with pytest.raises(error, match=reason) as caught:
            list_events(kind, server.url)
        assert len(server.requests) == 1
    assert caught.value.attempts == 1
    assert not isinstance(caught.value, ConnectionFailed) or caught.value.sent


def test_oversized_response_is_abandoned(kind: Kind) -> None:
    """The client stops reading a response that is larger than the protocol's 50 MB."""
    written: list[int] = []

    def flood(connection: Connection) -> None:
        connection.send(HEAD + b"Content-Length: 100000000\r\n\r\n")
        for _ in range(100):
            connection.send(b" " * 1_000_000)
            written.append(1)

    with raw_server(once(flood)) as server, pytest.raises(ResponseMalformed, match="larger than"):
        list_events(kind, server.url)
    assert len(written) < 100


def test_connection_refused_was_not_sent(kind: Kind) -> None:
    """No server listens: the error says that the request never left."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
    with pytest.raises(ConnectionFailed) as caught:
        list_events(kind, f"http://127.0.0.1:{port}")
    assert (caught.value.sent, caught.value.retryable, caught.value.permanent) == (False, True, False)


def test_failed_lookup_was_not_sent(kind: Kind) -> None:
    """A lookup in the reserved top-level domain `.invalid` always fails."""
    with pytest.raises(ConnectionFailed, match="could not connect") as caught:
        list_events(kind, "http://scf.invalid")
    assert caught.value.sent is False


def hang(connection: Connection) -> None:
    connection.stopping.wait()


def drip_headers(connection: Connection) -> None:
    connection.drip(b"HTTP/1.1 200 OK\r\n" + b"X-Filler: x\r\n" * 1000, 0.02)


def drip_body(connection: Connection) -> None:
    connection.send(HEAD + b"Content-Length: 100000\r\n\r\n")
    connection.drip(b" " * 100_000, 0.02)


@pytest.mark.parametrize("act", [hang, drip_headers, drip_body], ids=["hang", "slow headers", "slow body"])
def test_deadline_ends_hanging_and_slow_responses(kind: Kind, act: Callable[[Connection], None]) -> None:
    """Also if the server sends single bytes faster than a read times out."""
    with raw_server(once(act)) as server:
        started = time.monotonic()
        with pytest.raises(DeadlineExceeded, match="no response before the deadline") as caught:
            list_events(kind, server.url, deadline=0.3, timeout=10)
        # A limit far above the deadline and far below the duration of the slow response.
        assert time.monotonic() - started < 5
        assert caught.value.spent["network"] == pytest.approx(caught.value.elapsed, abs=0.1)


def test_timeout_limits_each_read(kind: Kind) -> None:
    """The error says that the request was sent."""
    with raw_server(once(hang)) as server, pytest.raises(TimedOut) as caught:
        list_events(kind, server.url, timeout=0.1)
    assert (caught.value.sent, caught.value.retryable) == (True, True)


def test_connect_keeps_the_client_timeout(kind: Kind) -> None:
    """With `timeout=None` a call waits for a slow response, but not for a slow handshake."""

    def slower_each_time(connection: Connection) -> None:
        for pause in (0.0, 0.2):
            if connection.request():
                connection.stopping.wait(pause)
                connection.send(ok())

    with raw_server(slower_each_time) as server:
        client = kind.client(base_url=server.url, throttle=None, retry=None, timeout=0.05)
        # The first call connects, which may be slow on a busy machine.
        for timeout in (30, None):
            assert kind.run(client.with_options(timeout=timeout, deadline=60).list_async_events(function_name="f")).total_count == 3
        assert server.connections == 1
    with raw_server(hang) as server:
        client = kind.client(base_url=f"https://127.0.0.1:{server.port}", throttle=None, retry=None, timeout=0.05)
        with pytest.raises(TimedOut) as caught:
            kind.run(client.with_options(timeout=None, deadline=60).list_async_events(function_name="f"))
    assert not caught.value.sent


def test_views_share_connections(kind: Kind) -> None:
    """A client and its views use one connection, with the headers of each; closing a view closes it for all."""
    with raw_server(answering(ok())) as server:
        client = kind.client(base_url=server.url, throttle=None)
        view = client.with_options(region="ap-beijing", language="zh-CN", headers={"X-A": "1"})
        for each in (client, view, view.with_options(deadline=20), client):
            assert kind.run(each.list_async_events(function_name="f")).total_count == 3
        assert server.connections == 1
        expected = [(b"ap-guangzhou", False), (b"ap-beijing", True), (b"ap-beijing", True), (b"ap-guangzhou", False)]
        for request, (region, own) in zip(server.requests, expected, strict=True):
            assert b"X-TC-Region: " + region in request
            assert (b"X-TC-Language: zh-CN" in request, b"X-A: 1" in request) == (own, own)
        kind.run(view.aclose() if kind.is_async else view.close())
        with pytest.raises(RequestInvalid, match="is closed"):
            kind.run(client.list_async_events(function_name="f"))
        assert len(server.requests) == 4


def test_connection_is_reused(kind: Kind) -> None:
    """Twenty successive calls use one connection."""
    with raw_server(answering(ok())) as server:
        client = kind.client(base_url=server.url, throttle=None)
        for _ in range(20):
            kind.run(client.list_async_events(function_name="f"))
        assert (server.connections, len(server.requests)) == (1, 20)


def test_transport_adds_nothing_to_the_request(kind: Kind) -> None:
    """The client returns no cookie, follows no redirect, and sends host and content type as signed."""
    with raw_server(answering(ok(b'{"Response": {}}', b"Set-Cookie: a=b"))) as server:
        client = kind.client(base_url=server.url, throttle=None)
        for _ in range(2):
            kind.run(client.list_async_events(function_name="f"))
    for request in server.requests:
        lines = request.partition(b"\r\n\r\n")[0].split(b"\r\n")
        assert lines[0] == b"POST / HTTP/1.1"
        assert b"Host: 127.0.0.1:%d" % server.port in lines
        assert b"Content-Type: application/json; charset=utf-8" in lines
        assert not [line for line in lines if line.lower().startswith((b"cookie", b"accept:", b"connection"))]


def test_netrc_file_is_ignored(kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its login never replaces the signature."""
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login evil password evil\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    with raw_server(answering(ok())) as server:
        list_events(kind, server.url)
    assert b"Authorization: TC3-HMAC-SHA256 Credential=" in server.requests[0]


def test_tls_is_verified(kind: Kind) -> None:
    """A certificate of an unknown authority, or for another name, is a permanent error; the client sends nothing."""
    ca = trustme.CA()
    transport = kind.pick(HttpxTransport, AsyncHttpxTransport)
    for name, trust in (("127.0.0.1", None), ("other.example", trusting(ca))):
        with raw_server(answering(ok()), tls=tls_server(ca, name)) as server:
            with pytest.raises(ConnectionFailed, match="CERTIFICATE_VERIFY_FAILED") as caught:
                list_events(kind, server.url, transport=transport(trust=trust))
            assert (caught.value.sent, caught.value.permanent, server.requests) == (False, True, [])
    with raw_server(answering(ok()), tls=tls_server(ca, "127.0.0.1")) as server:
        assert list_events(kind, server.url, transport=transport(trust=trusting(ca))).total_count == 3


def test_ssl_cert_file_is_trusted(kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`SSL_CERT_FILE` names the authorities, as for httpx."""
    ca = trustme.CA()
    ca.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with raw_server(answering(ok()), tls=tls_server(ca, "127.0.0.1")) as server:
        assert list_events(kind, server.url).total_count == 3


@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")  # the server's threads
def test_forked_child_opens_its_own_connections() -> None:
    """After a fork the child's calls work, and so do the parent's."""
    with raw_server(answering(ok())) as server:
        client = Client(region="ap-guangzhou", credentials=CREDENTIALS, base_url=server.url, throttle=None, retry=None)
        client.list_async_events(function_name="f")
        child = os.fork()
        if child == 0:
            try:
                status = 0 if client.list_async_events(function_name="f").total_count == 3 else 1
            except BaseException:  # noqa: BLE001 - the child must exit here after any error
                status = 2
            os._exit(status)
        assert os.waitpid(child, 0)[1] == 0
        client.list_async_events(function_name="f")
        assert server.connections == 2
        client.close()


INTERIM = b"HTTP/1.1 100 Continue\r\n\r\n"
EARLY = b"HTTP/1.1 413 Payload Too Large\r\nContent-Length: 0\r\n\r\n"


def upload_until(kind: Kind, url: str) -> str:
    """Return the status of an upload that the server does not read, or the class of its error."""
    client = kind.client(base_url=url, throttle=None, retry=None, deadline=20, timeout=10)
    try:
        kind.run(client.call("ListAsyncEvents", {"FunctionName": "x" * 9_000_000}))
    except TencentkitError as error:
        return str(getattr(error, "status_code", None) or type(error).__name__)
    return "result"


@pytest.mark.parametrize(
    "parts",
    [[INTERIM, EARLY], [INTERIM + INTERIM + EARLY], [EARLY[:4], EARLY[4:]], [INTERIM[:12], INTERIM[12:] + EARLY]],
    ids=["after interim", "at once", "in parts", "after parts of interim"],
)
def test_early_response_follows_interim_ones(kind: Kind, parts: list[bytes]) -> None:
    """An early response counts after interim ones, too, and in any parts."""

    def respond(connection: Connection) -> None:
        connection.sock.recv(65_536)
        for part in parts:
            connection.send(part)
            connection.stopping.wait(0.05)
        connection.stopping.wait()

    with raw_server(respond) as server:
        assert upload_until(kind, server.url) == "413"
        kind.close_clients()


def test_half_closed_server_ends_upload(kind: Kind) -> None:
    """A server that sent an interim response and ended its side does not keep the upload waiting."""

    def half_close(connection: Connection) -> None:
        connection.sock.recv(65_536)
        connection.send(INTERIM)
        connection.sock.shutdown(socket.SHUT_WR)
        connection.stopping.wait()

    with raw_server(half_close) as server:
        assert upload_until(kind, server.url) == "ConnectionFailed"
        kind.close_clients()


def test_async_client_serves_several_loops() -> None:
    """A client works in further event loops, and leaves no socket to the garbage collector as each one ends."""
    with raw_server(answering(ok())) as server:
        client = AsyncClient(region="ap-guangzhou", credentials=CREDENTIALS, base_url=server.url, throttle=None)

        async def use() -> int:
            count: int = (await client.list_async_events(function_name="f")).total_count
            return count

        with warnings.catch_warnings(record=True) as found:
            warnings.simplefilter("always")
            assert [asyncio.run(use()) for _ in range(3)] == [3, 3, 3]
            asyncio.run(client.aclose())
            gc.collect()
    assert [str(each.message) for each in found] == []


def test_lost_client_closes_its_connections() -> None:
    """The event loop closes the connections of a client that is collected without `aclose`."""

    async def use(url: str) -> int:
        client = AsyncClient(region="ap-guangzhou", credentials=CREDENTIALS, base_url=url, throttle=None)
        count: int = (await client.list_async_events(function_name="f")).total_count
        return count

    with raw_server(answering(ok())) as server, warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        assert asyncio.run(use(server.url)) == 3
        gc.collect()
    assert [str(each.message) for each in found] == []


def test_cancelled_calls_release_their_slots() -> None:
    """After hundreds of cancelled calls every later call still gets a connection."""

    def respond_slowly(connection: Connection) -> None:
        while connection.request():
            if connection.stopping.wait(0.002):
                return
            connection.send(ok())

    async def cancel_most(url: str) -> list[int]:
        async with AsyncClient(region="ap-guangzhou", credentials=CREDENTIALS, base_url=url, throttle=None, retry=None) as client:

            async def call() -> int:
                count: int = (await client.list_async_events(function_name="f")).total_count
                return count

            for _ in range(10):
                tasks = [asyncio.ensure_future(call()) for _ in range(50)]
                await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
            return list(await asyncio.gather(*(call() for _ in range(20))))

    with raw_server(respond_slowly) as server:
        assert asyncio.run(cancel_most(server.url)) == [3] * 20


def test_closed_idle_connection_is_retried(kind: Kind) -> None:
    """A server that closes idle connections costs a read call at most one attempt."""

    def respond_once(connection: Connection) -> None:
        connection.request()
        connection.send(ok())

    with raw_server(respond_once) as server:
        client = kind.client(base_url=server.url, throttle=None)
        for _ in range(5):
            assert kind.run(client.list_async_events(function_name="f")).total_count == 3


@pytest.mark.parametrize("act", [Connection.reset, lambda _: None], ids=["reset", "closed"])
def test_handled_exception_keeps_its_traceback(kind: Kind, act: Callable[[Connection], None]) -> None:
    """A call that fails inside an `except` block changes nothing of the exception that the caller handles, nor of its causes."""

    def handled() -> KeyError:
        try:
            try:
                int("x")
            except ValueError as cause:
                raise KeyError("outer") from cause
        except KeyError as error:
            return error

    own = handled()
    before = own.__traceback__, own.__cause__.__traceback__ if own.__cause__ else None

    async def call_async(client: Any) -> None:
        try:
            raise own
        except KeyError:
            await client.list_async_events(function_name="f")

    def call(client: Any) -> None:
        try:
            raise own
        except KeyError:
            client.list_async_events(function_name="f")

    with raw_server(act) as server:
        client = kind.client(base_url=server.url, throttle=None, retry=None, deadline=20)
        with pytest.raises(ConnectionFailed) as caught:
            kind.run(kind.pick(call, call_async)(client))
    assert before[0] is not None
    assert before[1] is not None
    assert own.__traceback__ is not None
    assert own.__cause__ is not None
    assert own.__cause__.__traceback__ is before[1]
    context: BaseException | None = caught.value
    while context is not None and context is not own:
        context = context.__context__
    assert context is own
