"""Proxies and certificate authorities as in httpx, with a real CONNECT proxy on loopback."""

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
    """Run a proxy whose tunnels all lead to `port`, for any requested host."""

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
def servers(tmp_path: Path) -> Iterator[tuple[RawServer, RawServer, ssl.SSLContext, Path]]:
    """Run the service over TLS under its own name, and a proxy to it; return also its authority as a context and as a file."""
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
def test_environment_proxy_is_used(kind: Kind, servers: Any, transport: Any, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """CONNECT names host and port; the tunnel carries the signed request."""
    service, proxy, trust, _ = servers
    monkeypatch.setenv(name, proxy.url)
    assert call(kind, transport=transport(trust=trust)) == 3
    [connect] = proxy.requests
    assert connect.startswith(b"CONNECT scf.tencentcloudapi.com:443 HTTP/1.1\r\n")
    assert b"authorization: tc3" not in connect.lower()
    assert b"x-tc-" not in connect.lower()
    assert b"Host: scf.tencentcloudapi.com\r\n" in service.requests[0]


def test_proxy_argument_is_used(kind: Kind, servers: Any, transport: Any) -> None:
    """Only the proxy receives the password of `proxy=`."""
    service, proxy, trust, _ = servers
    assert call(kind, transport=transport(trust=trust, proxy=f"http://user:word@127.0.0.1:{proxy.port}")) == 3
    assert b"Proxy-Authorization: Basic dXNlcjp3b3Jk\r\n" in proxy.requests[0]
    assert b"proxy-authorization" not in service.requests[0].lower()


@pytest.mark.parametrize(("exempt", "direct"), [("127.0.0.1", True), ("27.0.0.1", False), ("*", True), ("example.com,127.0.0.1", True)])
def test_no_proxy_matches_like_httpx(
    kind: Kind, servers: Any, transport: Any, monkeypatch: pytest.MonkeyPatch, exempt: str, direct: bool
) -> None:
    """The client connects directly to an exempt host; a part of its name exempts nothing."""
    service, proxy, trust, _ = servers
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    monkeypatch.setenv("NO_PROXY", exempt)
    assert call(kind, transport=transport(trust=trust), base_url=service.url) == 3
    assert bool(proxy.requests) is not direct


def test_trust_env_false_ignores_proxies(kind: Kind, servers: Any, transport: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """With `trust_env=False` the client connects directly."""
    service, proxy, trust, _ = servers
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    assert call(kind, transport=transport(trust=trust, trust_env=False), base_url=service.url) == 3
    assert proxy.requests == []


def test_ssl_cert_file_with_a_proxy(kind: Kind, servers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """`SSL_CERT_FILE` and `HTTPS_PROXY` together, as in a company network."""
    _, proxy, _, file = servers
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
def test_deadline_holds_behind_a_proxy(kind: Kind, transport: Any, act: Callable[[Connection], None], scheme: str) -> None:
    """Also if the proxy hangs, or sends single bytes faster than a read times out, with a tunnel and without."""
    with raw_server(act) as proxy:
        url = f"{scheme}://scf.tencentcloudapi.com"
        client = kind.client(base_url=url, transport=transport(proxy=proxy.url), throttle=None, deadline=0.3)
        started = time.monotonic()
        with pytest.raises(DeadlineExceeded):
            kind.run(client.list_async_events(function_name="f"))
        # A limit far above the deadline and far below the duration of the slow response.
        assert time.monotonic() - started < 10
        kind.close_clients()
