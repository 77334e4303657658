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

from tencentkit.testing import Answer, FakeScf, ManualClock, serve
from tencentkit.testing._service import dispatch as _service
from tencentkit.testing._service.schema_check import SchemaViolation

Read = Callable[..., Any]


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No server outlives its test: neither its thread nor, as a warning would tell, a socket."""
    before = set(threading.enumerate())
    yield
    gc.collect()
    assert set(threading.enumerate()) <= before


def post(client: httpx.Client, url: str, signed: Any, **more: Any) -> httpx.Response:
    return client.post(url, headers=signed.headers, content=signed.body, **more)


def count(response: httpx.Response) -> int:
    assert response.status_code == 200
    return int(response.json()["Response"]["TotalCount"])


def test_the_fake_is_served_on_loopback(fake: FakeScf, sign: Any) -> None:
    """The answer over a socket is the core's, with nothing of the server's own."""
    with serve(fake) as server, httpx.Client() as client:
        assert server.url == f"http://127.0.0.1:{server.port}"
        signed = sign(host=f"127.0.0.1:{server.port}")
        response = post(client, server.url, signed)
        assert count(response) == 0
        expected = fake.handle("POST", signed.headers, signed.body)
    assert dict(response.headers) == {**expected.headers, "content-length": str(len(response.content))}
    assert fake.calls[0].host == "127.0.0.1"


def test_a_connection_is_kept(fake: FakeScf, sign: Any) -> None:
    """Requests of one client share a connection."""
    with serve(fake) as server, httpx.Client() as client:
        signed = sign(host=f"127.0.0.1:{server.port}")
        ports = {post(client, server.url, signed).extensions["network_stream"].get_extra_info("client_addr")[1] for _ in range(5)}
    assert len(ports) == 1


def test_the_server_speaks_tls_for_the_real_names(fake: FakeScf, sign: Any) -> None:
    """Its certificate is for loopback and for both roots of the service, and `trust` trusts it."""
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


def test_a_server_tells_only_what_it_has(fake: FakeScf) -> None:
    """An address and an authority are there while the server runs, an authority only with TLS."""
    plain, secure = serve(fake), serve(fake, tls=True)
    for ask in (lambda: plain.url, lambda: plain.port, lambda: secure.ca_file, lambda: secure.trust):
        with pytest.raises(RuntimeError, match="`with`"):
            ask()
    with plain, pytest.raises(RuntimeError, match="tls=True"):
        _ = plain.trust


def test_a_dropped_connection_ends_without_a_byte(fake: FakeScf, sign: Any) -> None:
    """The client sees the connection close, and the next request is served on a new one."""
    with serve(fake) as server, httpx.Client() as client:
        signed = sign(host=f"127.0.0.1:{server.port}")
        assert count(post(client, server.url, signed)) == 0
        fake.drop_next(times=2)
        for _ in range(2):
            with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
                post(client, server.url, signed)
        assert count(post(client, server.url, signed)) == 0
    assert len(fake.calls) == 4


def test_a_drop_works_over_tls(fake: FakeScf, sign: Any) -> None:
    """As over a plain socket."""
    with serve(fake, tls=True) as server, httpx.Client(verify=server.trust) as client:
        signed = sign(host=f"127.0.0.1:{server.port}")
        fake.drop_next()
        with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
            post(client, server.url, signed)
        assert count(post(client, server.url, signed)) == 0


def test_a_delayed_answer_times_out_at_the_client(fake: FakeScf, sign: Any) -> None:
    """The wait is real, holds nobody else up, and the server ends without waiting for it."""
    fake.delay_next(3600)
    with serve(fake) as server, httpx.Client() as client:
        signed = sign(host=f"127.0.0.1:{server.port}")
        with pytest.raises(httpx.ReadTimeout):
            post(client, server.url, signed, timeout=0.05)
        assert count(post(client, server.url, signed)) == 0


def test_a_short_delay_ends_in_the_answer(fake: FakeScf, sign: Any) -> None:
    """What comes late is the same answer."""
    fake.delay_next(0.02)
    with serve(fake) as server, httpx.Client() as client:
        assert count(post(client, server.url, sign(host=f"127.0.0.1:{server.port}"))) == 0


def test_the_server_ends_while_a_client_waits(fake: FakeScf, sign: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that is held back ends with the server, as a lost connection."""
    fake.delay_next(3600)
    caught: list[Exception] = []

    def ask(url: str, signed: Any) -> None:
        try:
            httpx.post(url, headers=signed.headers, content=signed.body, timeout=30, trust_env=False)
        except httpx.TransportError as error:
            caught.append(error)

    arrived = threading.Event()
    answer = fake.answer

    def announced(*args: Any, **more: Any) -> Answer:
        arrived.set()
        return answer(*args, **more)

    monkeypatch.setattr(fake, "answer", announced)
    with serve(fake) as server:
        thread = threading.Thread(target=ask, args=(server.url, sign(host=f"127.0.0.1:{server.port}")))
        thread.start()
        assert arrived.wait(30)
    thread.join()
    assert len(caught) == 1


def test_a_large_body_is_refused_over_the_socket(fake: FakeScf) -> None:
    """The server reads it all and answers, instead of resetting the connection."""
    with serve(fake) as server, httpx.Client() as client:
        response = client.post(server.url, content=bytes(12 * 1024 * 1024))
    assert response.json()["Response"]["Error"]["Code"] == "RequestSizeLimitExceeded"


def test_path_method_and_repeated_headers_arrive(fake: FakeScf, sign: Any) -> None:
    """The core judges the request as it was sent."""
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


def test_a_bug_of_the_fake_reaches_the_test(fake: FakeScf, sign: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client gets a bare 500, and leaving the server raises the cause."""
    monkeypatch.setattr(_service, "ACTIONS", {"ListAsyncEvents": lambda *_: {}})
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


def test_an_idle_tls_client_does_not_hold_the_server_up(fake: FakeScf, sign: Any) -> None:
    """Neither a kept connection nor one that never greets keeps the server from ending."""
    with serve(fake, tls=True) as server:
        client = httpx.Client(verify=server.trust)
        assert count(post(client, server.url, sign(host=f"127.0.0.1:{server.port}"))) == 0
        silent = socket.create_connection(("127.0.0.1", server.port))
    client.close()
    silent.close()


def test_servers_start_and_end_many_times(sign: Any, clock: ManualClock) -> None:
    """One after the other, and many at once, each with its own port; one server can be entered again."""

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
def test_a_server_can_be_entered_again_but_not_twice(tls: bool, fake: FakeScf) -> None:
    """It is one server at a time."""
    server = serve(fake, tls=tls)
    for _ in range(2):
        with server:
            port = server.port
            with pytest.raises(RuntimeError, match="already"):
                server.__enter__()
            assert server.port == port


async def test_many_requests_at_once(fake: FakeScf, sign: Any) -> None:
    """Of 60 concurrent requests exactly the 20 of the limit pass: the clock stands still."""
    with serve(fake) as server:
        signed = sign(host=f"127.0.0.1:{server.port}")
        async with httpx.AsyncClient() as client:
            responses = await asyncio.gather(*(client.post(server.url, headers=signed.headers, content=signed.body) for _ in range(60)))
    refused = [json.loads(response.content)["Response"].get("Error", {}).get("Code") for response in responses]
    assert (refused.count(None), refused.count("RequestLimitExceeded")) == (20, 40)
