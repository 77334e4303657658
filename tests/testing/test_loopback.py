from __future__ import annotations

import asyncio
import gc
import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tencentkit.testing import FakeResponse, FakeScf, ManualClock, serve
from tencentkit.testing._service import scf_actions
from tencentkit.testing._service.schema_check import SchemaViolation

Parse = Callable[..., Any]


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail if a server thread outlives its test; a leaked socket raises a warning."""
    before = set(threading.enumerate())
    yield
    gc.collect()
    assert set(threading.enumerate()) <= before


def post(client: httpx.Client, url: str, signed: Any, **more: Any) -> httpx.Response:
    return client.post(url, headers=signed.headers, content=signed.body, **more)


def count(response: httpx.Response) -> int:
    assert response.status_code == 200
    return int(response.json()["Response"]["TotalCount"])


def test_response_over_a_socket(fake: FakeScf, sign: Any) -> None:
    """The server adds nothing to the response of the fake."""
    with serve(fake) as server, httpx.Client() as client:
        assert server.url == f"http://127.0.0.1:{server.port}"
        signed = sign(host=f"127.0.0.1:{server.port}")
        response = post(client, server.url, signed)
        assert count(response) == 0
        expected = fake.handle("POST", signed.headers, signed.body)
    assert dict(response.headers) == {**expected.headers, "content-length": str(len(response.content))}
    assert fake.calls[0].host == "127.0.0.1"


def test_connection_reuse(fake: FakeScf, sign: Any) -> None:
    """Requests of one client share a connection."""
    with serve(fake) as server, httpx.Client() as client:
        signed = sign(host=f"127.0.0.1:{server.port}")
        ports = {post(client, server.url, signed).extensions["network_stream"].get_extra_info("client_addr")[1] for _ in range(5)}
    assert len(ports) == 1


def test_tls_host_names(fake: FakeScf, sign: Any) -> None:
    """The certificate covers loopback and both host names of the service; `trust` accepts it."""
    with serve(fake, tls=True) as server:
        assert server.url == f"https://127.0.0.1:{server.port}"
        assert server.ca_file.read_text(encoding="ascii").startswith("-----BEGIN CERTIFICATE-----")
        with httpx.Client(verify=server.trust) as client:
            assert count(post(client, server.url, sign(host=f"127.0.0.1:{server.port}"))) == 0
            for name in ("scf.tencentcloudapi.com", "scf.intl.tencentcloudapi.com"):
                signed = sign(host=name)
                assert count(post(client, server.url, signed, extensions={"sni_hostname": name})) == 0
            with pytest.raises(httpx.ConnectError, match=r"doesn't match|not valid for"):
                post(httpx.Client(verify=server.trust), server.url, sign(), extensions={"sni_hostname": "example.org"})
        with httpx.Client(verify=ssl.create_default_context()) as stranger, pytest.raises(httpx.ConnectError):
            post(stranger, server.url, sign())
        ca_file = server.ca_file
    assert not ca_file.exists()


def test_properties_require_running_server(fake: FakeScf) -> None:
    """URL and port require a running server, the certificate authority also TLS."""
    plain, secure = serve(fake), serve(fake, tls=True)
    for ask in (lambda: plain.url, lambda: plain.port, lambda: secure.ca_file, lambda: secure.trust):
        with pytest.raises(RuntimeError, match="`with`"):
            ask()
    with plain, pytest.raises(RuntimeError, match="tls=True"):
        _ = plain.trust


def test_dropped_connection(fake: FakeScf, sign: Any) -> None:
    """The connection closes without a response; the next request uses a new one."""
    with serve(fake) as server, httpx.Client() as client:
        signed = sign(host=f"127.0.0.1:{server.port}")
        assert count(post(client, server.url, signed)) == 0
        fake.drop_next(times=2)
        for _ in range(2):
            with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
                post(client, server.url, signed)
        assert count(post(client, server.url, signed)) == 0
    assert len(fake.calls) == 4


def test_dropped_tls_connection(fake: FakeScf, sign: Any) -> None:
    """The fault also works with TLS."""
    with serve(fake, tls=True) as server, httpx.Client(verify=server.trust) as client:
        signed = sign(host=f"127.0.0.1:{server.port}")
        fake.drop_next()
        with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
            post(client, server.url, signed)
        assert count(post(client, server.url, signed)) == 0


def test_delayed_response_times_out(fake: FakeScf, sign: Any) -> None:
    """The delay takes real time, blocks no other request, and does not delay the shutdown."""
    fake.delay_next(3600)
    with serve(fake) as server, httpx.Client() as client:
        signed = sign(host=f"127.0.0.1:{server.port}")
        with pytest.raises(httpx.ReadTimeout):
            post(client, server.url, signed, timeout=0.05)
        assert count(post(client, server.url, signed)) == 0


def test_short_delay(fake: FakeScf, sign: Any) -> None:
    """A delayed response is otherwise unchanged."""
    fake.delay_next(0.02)
    with serve(fake) as server, httpx.Client() as client:
        assert count(post(client, server.url, sign(host=f"127.0.0.1:{server.port}"))) == 0


def test_shutdown_with_pending_request(fake: FakeScf, sign: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shutdown aborts a delayed request as a lost connection."""
    fake.delay_next(3600)
    caught: list[Exception] = []

    def ask(url: str, signed: Any) -> None:
        try:
            httpx.post(url, headers=signed.headers, content=signed.body, timeout=30, trust_env=False)
        except httpx.TransportError as error:
            caught.append(error)

    arrived = threading.Event()
    original = fake.answer

    def announced(*args: Any, **more: Any) -> FakeResponse:
        arrived.set()
        return original(*args, **more)

    monkeypatch.setattr(fake, "answer", announced)
    with serve(fake) as server:
        thread = threading.Thread(target=ask, args=(server.url, sign(host=f"127.0.0.1:{server.port}")))
        thread.start()
        assert arrived.wait(30)
    thread.join()
    assert len(caught) == 1


def test_large_body(fake: FakeScf) -> None:
    """The server reads the whole body and responds, instead of resetting the connection."""
    with serve(fake) as server, httpx.Client() as client:
        response = client.post(server.url, content=bytes(12 * 1024 * 1024))
    assert response.json()["Response"]["Error"]["Code"] == "RequestSizeLimitExceeded"


def test_path_method_and_repeated_headers(fake: FakeScf, sign: Any) -> None:
    """The fake checks the request as it was sent."""
    with serve(fake) as server, httpx.Client() as client:
        signed = sign(host=f"127.0.0.1:{server.port}")

        def code(method: str, url: str, headers: list[tuple[str, str]]) -> Any:
            response = client.request(method, url, headers=headers, content=signed.body)
            return response.json()["Response"]["Error"]["Code"]

        headers = list(signed.headers.items())
        assert code("GET", server.url, headers) == "UnsupportedProtocol"
        assert code("POST", f"{server.url}/a%2Fb", headers) == "InvalidRequest"
        assert code("POST", f"{server.url}/?a=b", headers) == "InvalidRequest"
        assert code("POST", server.url, [*headers, ("X-TC-Region", "ap-shanghai")]) == "UnsupportedRegion"


def test_bug_of_the_fake(fake: FakeScf, sign: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client gets HTTP 500, and the `with` block raises the cause."""
    monkeypatch.setattr(scf_actions, "ACTIONS", {"ListAsyncEvents": lambda *_: {}})
    server = serve(fake)
    server.__enter__()
    response = httpx.post(
        server.url,
        headers=(signed := sign(host=f"127.0.0.1:{server.port}")).headers,
        content=signed.body,
        trust_env=False,
    )
    assert response.status_code == 500
    with pytest.raises(SchemaViolation):
        server.__exit__(None, None, None)


def test_shutdown_with_idle_tls_connections(fake: FakeScf, sign: Any) -> None:
    """Neither an idle connection nor one without a handshake delays the shutdown."""
    with serve(fake, tls=True) as server:
        client = httpx.Client(verify=server.trust)
        assert count(post(client, server.url, sign(host=f"127.0.0.1:{server.port}"))) == 0
        silent = socket.create_connection(("127.0.0.1", server.port))
    client.close()
    silent.close()


def test_many_servers(sign: Any, clock: ManualClock) -> None:
    """Servers run one after another and concurrently, each on its own port."""

    def round_trip(_: int) -> int:
        fake = FakeScf(clock=clock)
        fake.add_function("helloworld")
        fake.start_event("helloworld")
        with serve(fake) as server, httpx.Client(trust_env=False) as client:
            return count(post(client, server.url, sign(host=f"127.0.0.1:{server.port}")))

    assert [round_trip(number) for number in range(10)] == [1] * 10
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(round_trip, range(24))) == [1] * 24


@pytest.mark.parametrize("tls", [False, True])
def test_server_restarts(tls: bool, fake: FakeScf) -> None:
    """A stopped server can be started again; a running one cannot."""
    server = serve(fake, tls=tls)
    for _ in range(2):
        with server:
            port = server.port
            with pytest.raises(RuntimeError, match="already"):
                server.__enter__()
            assert server.port == port


async def test_concurrent_requests(fake: FakeScf, sign: Any) -> None:
    """Of 60 concurrent requests exactly the 20 of the rate limit pass."""
    with serve(fake) as server:
        signed = sign(host=f"127.0.0.1:{server.port}")
        async with httpx.AsyncClient() as client:
            responses = await asyncio.gather(*(client.post(server.url, headers=signed.headers, content=signed.body) for _ in range(60)))
    codes = [json.loads(response.content)["Response"].get("Error", {}).get("Code") for response in responses]
    assert (codes.count(None), codes.count("RequestLimitExceeded")) == (20, 40)
