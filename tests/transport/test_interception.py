"""Tools that mock, record or trace httpx: each sees every request of the default transports, and the client opens no socket of its own."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import httpx
import pytest
import respx

from tencentkit.errors import ConnectionFailed, ResponseMalformed, TimedOut
from tencentkit.transport import AsyncHttpxTransport, HttpxTransport
from tests.conftest import Kind
from tests.transport.raw_server import answering, ok, raw_server

URL = "https://scf.tencentcloudapi.com/"
RESPONSE = {"Response": {"TotalCount": 5, "EventList": [], "RequestId": "0"}}
GZIPPED = {"content-type": "application/json", "content-encoding": "gzip"}


@pytest.fixture
def client(kind: Kind) -> Any:
    """Return a client on httpx: respx and pytest-httpx do not know httpx2."""
    return client_of(kind, "httpx")


@pytest.fixture(params=["httpx", "httpx2"])
def engine(request: pytest.FixtureRequest) -> str:
    pytest.importorskip(request.param)
    return str(request.param)


def client_of(kind: Kind, engine: str, **settings: Any) -> Any:
    transport = kind.pick(HttpxTransport, AsyncHttpxTransport)(engine=engine)
    return kind.client(transport=transport, throttle=None, retry=None, **settings)


def count(kind: Kind, client: Any) -> int:
    total: int = kind.run(client.list_async_events(function_name="f")).total_count
    return total


@pytest.mark.parametrize("using", ["httpcore", "httpx"])
def test_respx_mock_responds(kind: Kind, client: Any, using: str) -> None:
    """Both of its mocks respond, more than once, and see the signed request."""
    with respx.mock(using=using) as mock:
        route = mock.post(URL).respond(json=RESPONSE)
        for _ in range(2):
            assert count(kind, client) == 5
        seen = [call.request for call in route.calls]
    assert [(each.headers["x-tc-action"], each.content) for each in seen] == 2 * [("ListAsyncEvents", b'{"FunctionName":"f"}')]


@pytest.mark.skipif(find_spec("pytest_httpx") is None, reason="needs pytest-httpx, of the group mocks")
def test_pytest_httpx_responds(kind: Kind, client: Any, request: pytest.FixtureRequest) -> None:
    """Its fixture replaces the transports of httpx."""
    mock = request.getfixturevalue("httpx_mock")
    mock.add_response(url=URL, json=RESPONSE)
    assert count(kind, client) == 5
    [seen] = mock.get_requests()
    assert seen.headers["x-tc-action"] == "ListAsyncEvents"


@pytest.mark.parametrize(("raised", "ours", "sent"), [(httpx.ConnectError, ConnectionFailed, False), (httpx.ReadTimeout, TimedOut, True)])
def test_mocked_error_maps_to_ours(kind: Kind, client: Any, raised: type[Exception], ours: type[ConnectionFailed], sent: bool) -> None:
    """`sent` is as for the real error, and the text is never empty."""
    with respx.mock as mock:
        mock.post(URL).mock(side_effect=raised)
        with pytest.raises(ours) as caught:
            count(kind, client)
    assert caught.value.sent is sent
    assert not str(caught.value).endswith(": ")


def test_mocked_redirect_is_refused(kind: Kind, client: Any) -> None:
    """A response that the mock has read already passes the same checks."""
    with respx.mock as mock:
        mock.post(URL).respond(302, headers={"Location": "https://example.com/"})
        with pytest.raises(ResponseMalformed, match="redirect"):
            count(kind, client)


def test_requests_leave_after_the_mock(kind: Kind, client: Any) -> None:
    """The same client sends real requests again."""
    with raw_server(answering(ok())) as server:
        again = kind.client(base_url=server.url, transport=client._transport, throttle=None)
        assert count(kind, again) == 3
        with respx.mock as mock:
            mock.post(f"{server.url}/").respond(json=RESPONSE)
            assert count(kind, again) == 5
        assert count(kind, again) == 3


def test_vcr_records_and_replays(kind: Kind, engine: str, tmp_path: Path) -> None:
    """vcrpy reads each response before the client does, decompressed."""
    import gzip

    import vcr

    body = gzip.compress(json.dumps(RESPONSE).encode())
    cassette = str(tmp_path / "cassette.yaml")
    with raw_server(answering(ok(body, b"Content-Encoding: gzip"))) as server:
        client = client_of(kind, engine, base_url=server.url)
        with vcr.use_cassette(cassette):
            assert count(kind, client) == 5
        with vcr.use_cassette(cassette, record_mode="none") as replayed:
            assert count(kind, client) == 5
            assert replayed.play_count == 1
        assert len(server.requests) == 1


@pytest.mark.skipif(find_spec("cassetter") is None, reason="needs cassetter, of the group mocks")
def test_cassetter_records_and_replays(kind: Kind, engine: str, tmp_path: Path) -> None:
    """As vcrpy does; it finds the current cassette by a context variable."""
    from cassetter import use_cassette

    def call(client: Any) -> int:
        with use_cassette(tmp_path / "cassette.yaml"):
            total: int = client.list_async_events(function_name="f").total_count
            return total

    async def call_async(client: Any) -> int:
        with use_cassette(tmp_path / "cassette.yaml"):
            total: int = (await client.list_async_events(function_name="f")).total_count
            return total

    with raw_server(answering(ok())) as server:
        client = client_of(kind, engine, base_url=server.url)
        for _ in range(2):
            assert kind.run(kind.pick(call, call_async)(client)) == 3
        assert len(server.requests) == 1


@pytest.mark.parametrize(("owner", "method"), [("Client", "send"), ("HTTPTransport", "handle_request")])
def test_wrapper_sees_every_request(kind: Kind, engine: str, monkeypatch: pytest.MonkeyPatch, owner: str, method: str) -> None:
    """OpenTelemetry, Sentry and Datadog wrap one of these methods, also after the client has sent requests."""
    module = import_module(engine)
    if kind.is_async:
        owner, method = f"Async{owner}", method.replace("handle", "handle_async")
    original = getattr(getattr(module, owner), method)
    seen: list[Any] = []

    @functools.wraps(original)
    def wrapper(self: Any, request: Any, **arguments: Any) -> Any:
        seen.append(request)
        return original(self, request, **arguments)

    with raw_server(answering(ok())) as server:
        client = client_of(kind, engine, base_url=server.url)
        assert count(kind, client) == 3
        monkeypatch.setattr(getattr(module, owner), method, wrapper)
        assert [count(kind, client) for _ in range(2)] == [3, 3]
        assert server.connections == 1
    assert [(str(each.url), each.method) for each in seen] == 2 * [(f"{server.url}/", "POST")]


_SENTRY = """
import sys, asyncio, sentry_sdk
from importlib import import_module
from sentry_sdk.transport import Transport
from tencentkit import Credentials
from tencentkit.scf import AsyncClient, Client
from tencentkit.transport import AsyncHttpxTransport, HttpxTransport

engine, url = sys.argv[1:]
module = import_module("sentry_sdk.integrations." + engine)
integration = getattr(module, engine.capitalize() + "Integration")()
found = []

class Collector(Transport):
    def capture_envelope(self, envelope):
        found.extend(envelope.get_transaction_event()["spans"])

settings = {"default_integrations": False, "integrations": [integration], "traces_sample_rate": 1.0}
sentry_sdk.init(dsn="http://key@127.0.0.1:9/1", transport=Collector, **settings)
arguments = {"region": "r", "credentials": Credentials("id", "key"), "base_url": url}
with sentry_sdk.start_transaction(name="sync"), Client(**arguments, transport=HttpxTransport(engine=engine)) as scf:
    scf.list_async_events(function_name="f")

async def main():
    async with AsyncClient(**arguments, transport=AsyncHttpxTransport(engine=engine)) as scf:
        with sentry_sdk.start_transaction(name="async"):
            await scf.list_async_events(function_name="f")

asyncio.run(main())
print([span["op"] for span in found])
"""


@pytest.mark.skipif(find_spec("sentry_sdk") is None, reason="needs sentry-sdk, of the group mocks")
def test_sentry_records_a_span(engine: str) -> None:
    """One for each call, sync and async, with the trace header in the request."""
    with raw_server(answering(ok())) as server:
        command = [sys.executable, "-c", _SENTRY, engine, server.url]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)
        assert done.stdout == "['http.client', 'http.client']\n", done.stderr
        assert all(b"sentry-trace: " in request for request in server.requests)
