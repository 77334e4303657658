"""Proxies and authorities as httpx has them, with a real CONNECT proxy on loopback."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import trustme

from tencentkit.errors import DeadlineExceeded
from tencentkit.transport import AsyncHttpxTransport, HttpxTransport
from tests.conftest import Kind
from tests.transport.raw_server import Connection, RawServer, answering, ok, raw_server


@contextmanager
def tunnel_to(port: int) -> Iterator[RawServer]:
    """A proxy whose every tunnel ends at `port`, whatever host was asked for."""

    def pump(source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                sink.sendall(data)
        except OSError:
            pass
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def handle(connection: Connection) -> None:
        if not connection.request().startswith(b"CONNECT "):
            return
        with socket.create_connection(("127.0.0.1", port)) as beyond:
            connection.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=pump, args=(beyond, connection.sock))
            back.start()
            pump(connection.sock, beyond)
            back.join()

    with raw_server(handle) as proxy:
        yield proxy


@pytest.fixture
def world(tmp_path: Path) -> Iterator[tuple[RawServer, RawServer, ssl.SSLContext, Path]]:
    """The service over TLS under its own name, a proxy that leads there, and its authority as a context and as a file."""
    ca = trustme.CA()
    certificate = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("scf.tencentcloudapi.com", "127.0.0.1").configure_cert(certificate)
    trust = ssl.create_default_context()
    ca.configure_trust(trust)
    file = tmp_path / "ca.pem"
    ca.cert_pem.write_to_path(str(file))
    with raw_server(answering(ok()), tls=certificate) as service, tunnel_to(service.port) as proxy:
        yield service, proxy, trust, file


@pytest.fixture
def transport(kind: Kind) -> Callable[..., Any]:
    return kind.pick(HttpxTransport, AsyncHttpxTransport)


def call(kind: Kind, **settings: Any) -> int:
    client = kind.client(throttle=None, retry=None, deadline=20, **settings)
    count: int = kind.run(client.list_async_events(function_name="f")).total_count
    kind.close_clients()
    return count


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_used(kind: Kind, world: Any, transport: Any, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The tunnel is asked for by host and port; the request inside is the one that was signed."""
    service, proxy, trust, _ = world
    monkeypatch.setenv(name, proxy.url)
    assert call(kind, transport=transport(trust=trust)) == 3
    [asked] = proxy.requests
    assert asked.startswith(b"CONNECT scf.tencentcloudapi.com:443 HTTP/1.1\r\n")
    assert b"authorization: tc3" not in asked.lower()
    assert b"x-tc-" not in asked.lower()
    assert b"Host: scf.tencentcloudapi.com\r\n" in service.requests[0]


def test_a_proxy_that_is_given_is_used(kind: Kind, world: Any, transport: Any) -> None:
    """`proxy=` of the transport, with a password for the proxy alone."""
    service, proxy, trust, _ = world
    assert call(kind, transport=transport(trust=trust, proxy=f"http://user:word@127.0.0.1:{proxy.port}")) == 3
    assert b"Proxy-Authorization: Basic dXNlcjp3b3Jk\r\n" in proxy.requests[0]
    assert b"proxy-authorization" not in service.requests[0].lower()


@pytest.mark.parametrize(("exempt", "direct"), [("127.0.0.1", True), ("27.0.0.1", False), ("*", True), ("example.com,127.0.0.1", True)])
def test_no_proxy_is_matched_as_httpx_does(
    kind: Kind, world: Any, transport: Any, monkeypatch: pytest.MonkeyPatch, exempt: str, direct: bool
) -> None:
    """A host that is exempt is asked directly; a part of its name exempts nothing."""
    service, proxy, trust, _ = world
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    monkeypatch.setenv("NO_PROXY", exempt)
    assert call(kind, transport=transport(trust=trust), base_url=service.url) == 3
    assert bool(proxy.requests) is not direct


def test_the_environment_can_be_left_alone(kind: Kind, world: Any, transport: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """`trust_env=False` asks no proxy."""
    service, proxy, trust, _ = world
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    assert call(kind, transport=transport(trust=trust, trust_env=False), base_url=service.url) == 3
    assert proxy.requests == []


def test_a_bundle_serves_behind_a_proxy_too(kind: Kind, world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """`SSL_CERT_FILE` and `HTTPS_PROXY` together, as a company's network has them."""
    _, proxy, _, file = world
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    assert call(kind) == 3


def hang(connection: Connection) -> None:
    connection.request()
    connection.stopping.wait()


def drip(connection: Connection) -> None:
    connection.request()
    connection.drip(b"HTTP/1.1 200 OK\r\n" + b"X-Filler: x\r\n" * 1000, 0.02)


@pytest.mark.parametrize("act", [hang, drip])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_deadline_holds_behind_a_proxy(kind: Kind, transport: Any, act: Callable[[Connection], None], scheme: str) -> None:
    """A proxy that hangs, or drips bytes faster than any read times out, is left at the deadline, with a tunnel and without."""
    with raw_server(act) as proxy:
        address = f"{scheme}://scf.tencentcloudapi.com"
        client = kind.client(base_url=address, transport=transport(proxy=proxy.url), throttle=None, deadline=0.3)
        started = time.monotonic()
        with pytest.raises(DeadlineExceeded):
            kind.run(client.list_async_events(function_name="f"))
        # A bound far above the deadline and far below what the drip would take.
        assert time.monotonic() - started < 10
        kind.close_clients()
