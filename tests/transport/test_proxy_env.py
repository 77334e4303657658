"""Invalid proxy and certificate settings: one typed error names the variable, and the client sends nothing."""

from __future__ import annotations

import pickle
import ssl
from pathlib import Path
from typing import Any

import pytest
import trustme

from tencentkit.errors import ConnectionFailed, RequestInvalid
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpxTransport, LeanTransport
from tencentkit.transport._proxies import environment_proxies
from tests.conftest import Kind
from tests.transport.raw_server import answering, ok, raw_server
from tests.transport.tls import tls_server

_NAMES = [f"{scheme}_PROXY" for scheme in ("HTTP", "HTTPS", "ALL", "NO")]


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*_NAMES, *map(str.lower, _NAMES), "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)


INVALID = [
    ("HTTPS_PROXY", "socks5://user:pass-word@127.0.0.1:1080", r"HTTPS_PROXY is a SOCKS proxy, which requires the package socksio"),
    ("https_proxy", "foo://user:pass-word@127.0.0.1:3128", "HTTPS_PROXY must begin with one of http://"),
    ("ALL_PROXY", "http://user:pass-word@127.0.0.1:port", "ALL_PROXY is not a URL"),
    ("HTTP_PROXY", "http://user:pass-word@127.0.0.1:99999", "HTTP_PROXY must name a host, and a port from 1 to 65535"),
    ("HTTPS_PROXY", "http://:3128", "HTTPS_PROXY must name a host"),
    ("HTTPS_PROXY", "http://a b:3128", "HTTPS_PROXY must name a host"),
]


@pytest.mark.parametrize(("name", "value", "reason"), INVALID, ids=[f"{name}={value}" for name, value, _ in INVALID])
def test_invalid_variable_is_named(kind: Kind, monkeypatch: pytest.MonkeyPatch, name: str, value: str, reason: str) -> None:
    """The error is permanent and shows no password; after a correction the same client works."""
    monkeypatch.setenv(name, value)
    with raw_server(answering(ok())) as server:
        client = kind.client(base_url=server.url, throttle=None)
        error = refused(kind, client, reason)
        assert "pass-word" not in f"{error!r} {error.__cause__!r} {error.__context__!r}"
        assert server.requests == []
        monkeypatch.delenv(name)
        assert kind.run(client.list_async_events(function_name="f")).total_count == 3


def refused(kind: Kind, client: Any, reason: str) -> ConnectionFailed:
    """Return the error of a call."""
    with pytest.raises(ConnectionFailed, match=reason) as caught:
        kind.run(client.list_async_events(function_name="f"))
    error = caught.value
    assert (error.sent, error.permanent, error.retryable, error.maybe_executed, error.attempts) == (False, True, False, False, 1)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    return error


@pytest.mark.parametrize(("what", "fault"), [("nowhere", "FileNotFoundError"), ("folder", "IsADirectoryError"), ("text", "SSLError")])
@pytest.mark.parametrize("lean", [False, True], ids=["httpx", "lean"])
def test_unreadable_certificate_file_is_named(
    kind: Kind, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: str, fault: str, lean: bool
) -> None:
    """As above; a call without TLS does not read the file."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("no certificate")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / what))
    transport = kind.pick(LeanTransport, AsyncLeanTransport) if lean else kind.pick(HttpxTransport, AsyncHttpxTransport)
    ca = trustme.CA()
    with raw_server(answering(ok()), tls=tls_server(ca, "127.0.0.1")) as server, raw_server(answering(ok())) as plain:
        client = kind.client(base_url=server.url, throttle=None, transport=transport())
        refused(kind, client, rf"SSL_CERT_FILE names no readable certificate file \({fault}\)")
        assert server.requests == []
        other = kind.client(base_url=plain.url, throttle=None, transport=transport())
        assert kind.run(other.list_async_events(function_name="f")).total_count == 3
        ca.cert_pem.write_to_path(tmp_path / "bundle.pem")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "bundle.pem"))
        assert kind.run(client.list_async_events(function_name="f")).total_count == 3


@pytest.mark.parametrize(
    "value",
    ["10.0.0.0/8,localhost", "::1", "*", ".example.com", " ,", "[::1]", "fe80::/10", "a b:c", "[", "//", "::/x", "x:²", "x:" + "9" * 5000],
    ids=lambda value: str(value)[:20],
)
@pytest.mark.parametrize("proxy", [None, "http://127.0.0.1:9"])
def test_no_proxy_is_never_an_error(kind: Kind, monkeypatch: pytest.MonkeyPatch, value: str, proxy: str | None) -> None:
    """The client reads it only if a proxy is named, and then ignores what it cannot read."""
    monkeypatch.setenv("NO_PROXY", value)
    if proxy is not None:
        monkeypatch.setenv("HTTP_PROXY", proxy)
        monkeypatch.setenv("NO_PROXY", f"127.0.0.1,{value}")
    with raw_server(answering(ok())) as server:
        client = kind.client(base_url=server.url, throttle=None)
        assert kind.run(client.list_async_events(function_name="f")).total_count == 3


@pytest.mark.parametrize(
    ("entry", "scheme", "host", "port", "exempt"),
    [
        ("example.com", "https", "example.com", 443, True),
        ("example.com", "https", "a.example.com", 443, True),
        ("example.com", "https", "anexample.com", 443, False),
        (".example.com", "https", "example.com", 443, False),
        (".example.com", "https", "a.example.com", 443, True),
        ("*.example.com", "https", "a.example.com", 443, True),
        ("example.com:8443", "https", "example.com", 8443, True),
        ("example.com:8443", "https", "example.com", 443, False),
        ("https://example.com", "https", "example.com", 443, True),
        ("https://example.com", "http", "example.com", 80, False),
        ("10.0.0.0/8", "https", "10.1.2.3", 443, True),
        ("10.0.0.0/8", "https", "11.1.2.3", 443, False),
        ("10.0.0.0/8", "https", "ten.example", 443, False),
        ("127.0.0.1", "http", "127.0.0.1", 80, True),
        ("127.0.0.1:80", "http", "127.0.0.1", 81, False),
        ("27.0.0.1", "http", "127.0.0.1", 80, False),
        ("::1", "http", "::1", 80, True),
        ("[::1]", "http", "::1", 80, True),
        ("[::1]:80", "http", "::1", 80, True),
        ("[::1]:81", "http", "::1", 80, False),
        ("[fe80::]/10", "http", "fe80::1", 80, True),
        ("one.example example.com", "https", "example.com", 443, True),
        ("example.com.", "https", "a.example.com", 443, True),
        ("example.com", "https", "example.com.", 443, True),
        ("fe80::/10", "http", "fe80::7", 80, True),
        ("fe80::/10", "http", "2001:db8::7", 80, False),
    ],
)
def test_no_proxy_entry(monkeypatch: pytest.MonkeyPatch, entry: str, scheme: str, host: str, port: int, exempt: bool) -> None:
    """Names with their subdomains, addresses and networks, each perhaps with a port."""
    monkeypatch.setenv("ALL_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", f"other.example, {entry}")
    assert (environment_proxies().proxy_for(scheme, host, port) is None) is exempt


@pytest.mark.parametrize("transport", [LeanTransport, AsyncLeanTransport])
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "http_proxy", "ALL_PROXY"])
def test_lean_transport_refuses_a_proxy(monkeypatch: pytest.MonkeyPatch, transport: Any, name: str) -> None:
    """The error names the variable and the transport to use, and shows no password."""
    monkeypatch.setenv("NO_PROXY", "example.com")
    transport()
    monkeypatch.setenv(name, "http://user:pass-word@127.0.0.1:3128")
    with pytest.raises(RequestInvalid, match=rf"{name.upper()}.*use (Async)?HttpxTransport\(\)") as caught:
        transport()
    assert "pass-word" not in str(caught.value)
    transport(trust_env=False)
    monkeypatch.setenv("NO_PROXY", "*")
    transport()


def test_unused_invalid_proxy_is_ignored(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """`NO_PROXY=*` disables all proxies, and `trust_env=False` ignores the variables."""
    monkeypatch.setenv("HTTPS_PROXY", "foo://127.0.0.1")
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere")
    with raw_server(answering(ok())) as server:
        transport = kind.pick(HttpxTransport, AsyncHttpxTransport)(trust_env=False)
        client = kind.client(base_url=server.url, throttle=None, transport=transport)
        assert kind.run(client.list_async_events(function_name="f")).total_count == 3
        monkeypatch.delenv("SSL_CERT_FILE")
        monkeypatch.setenv("NO_PROXY", "*")
        client = kind.client(base_url=server.url, throttle=None)
        assert kind.run(client.list_async_events(function_name="f")).total_count == 3


@pytest.mark.parametrize(
    ("settings", "argument"),
    [({"proxy": "foo://h"}, "proxy"), ({"proxy": 3}, "proxy"), ({"proxy": "h:3128"}, "proxy"), ({"trust": "ca.pem"}, "trust")],
    ids=str,
)
@pytest.mark.parametrize("transport", [HttpxTransport, AsyncHttpxTransport])
def test_invalid_argument_is_rejected(transport: Any, settings: dict[str, Any], argument: str) -> None:
    """The transport checks `proxy` and `trust` when it is created."""
    with pytest.raises(RequestInvalid) as caught:
        transport(**settings)
    assert caught.value.argument == argument


def test_tls_contexts_are_cached(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same variables give the same TLS context: building one takes about 50 ms."""
    from tencentkit.transport._tls import default_tls_context

    first = default_tls_context(trust_env=True)
    assert isinstance(first, ssl.SSLContext)
    assert default_tls_context(trust_env=True) is first
    assert default_tls_context(trust_env=False) is first
    monkeypatch.setenv("SSL_CERT_DIR", "/etc/ssl/certs")
    assert default_tls_context(trust_env=True) is not first
