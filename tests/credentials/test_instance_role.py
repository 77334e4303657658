"""Provider that reads the role of a virtual machine, with a metadata service on a loopback socket."""

from __future__ import annotations

import json
import socket
import time
from typing import Any

import pytest

from tencentkit import Credentials, InstanceRoleCredentials
from tencentkit.errors import CredentialsMissing, RequestInvalid
from tests.transport.raw_server import Connection, ok, raw_server

LIST = "GET /latest/meta-data/cam/security-credentials/ HTTP/1.1"


def keys(clock: Any, **changes: Any) -> bytes:
    content = {
        "TmpSecretId": "tmp",
        "TmpSecretKey": "tmpkey-canary",
        "ExpiredTime": int(clock.time()) + 3600,
        "Expiration": "2019-02-25T17:44:25Z",
        "Token": "tok",
        "Code": "Success",
    }
    return json.dumps(content | changes).encode()


def metadata(role: bytes, response: bytes) -> Any:
    def handle(connection: Connection) -> None:
        while request := connection.request():
            connection.send(role if request.startswith(LIST.encode() + b"\r\n") else response)

    return handle


def test_role_name_is_fetched(clock: Any) -> None:
    """The provider gets the role's name, then its credentials with the service's expiry."""
    with raw_server(metadata(ok(b"my-role"), ok(keys(clock)))) as server:
        credentials = InstanceRoleCredentials(base_url=server.url, clock=clock).get()
    assert credentials.same_keys(Credentials("tmp", "tmpkey-canary", "tok"))
    assert credentials.expires_at == clock.time() + 3600
    assert [request.partition(b"\r\n")[0].decode() for request in server.requests] == [
        LIST,
        "GET /latest/meta-data/cam/security-credentials/my-role HTTP/1.1",
    ]
    assert b"authorization" not in b"".join(server.requests).lower()


def test_named_role_needs_one_request(clock: Any) -> None:
    """With `role`, the provider does not request the name."""
    with raw_server(metadata(b"", ok(keys(clock)))) as server:
        assert InstanceRoleCredentials("r", base_url=server.url, clock=clock).get().secret_id == "tmp"
        assert len(server.requests) == 1


def test_proxies_are_bypassed(clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests to the metadata service ignore the proxies of the environment."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with raw_server(metadata(ok(b"r"), ok(keys(clock)))) as server:
        assert InstanceRoleCredentials(base_url=server.url, clock=clock).get().secret_id == "tmp"


@pytest.mark.parametrize(
    ("role", "response", "reason"),
    [
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", b"", "has no role"),
        (b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", b"", "responded with HTTP 500"),
        (ok(b""), b"", "returned no role name"),
        (ok(b"<html>../etc</html>"), b"", "returned no role name"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n", b"", "redirect"),
        (ok(b"r"), ok(b"tmpkey-canary"), "returned no credentials"),
        (ok(b"r"), ok(b'{"Code": "Failed"}'), "returned no credentials"),
        (ok(b"r"), ok(b'{"Code": "Success", "TmpSecretKey": "tmpkey-canary"}'), "without ExpiredTime"),
        (ok(b"r"), ok(b'{"Code": "Success", "TmpSecretKey": "tmpkey-canary", "ExpiredTime": 9999999999}'), "secret_id is empty"),
        (ok(b"r"), ok(b'{"Code": "Success", "TmpSecretId": "i", "TmpSecretKey": "tmpkey-canary", "ExpiredTime": 1}'), "expired at 1970"),
    ],
    ids=["no role", "HTTP 500", "empty", "HTML", "redirect", "no JSON", "failed", "no end", "no id", "expired"],
)
def test_error_names_the_fault(clock: Any, role: bytes, response: bytes, reason: str) -> None:
    """Invalid, incomplete and expired responses are errors, without the response's content."""
    with raw_server(metadata(role, response)) as server, pytest.raises(CredentialsMissing, match=reason) as caught:
        InstanceRoleCredentials(base_url=server.url, clock=clock).get()
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("how", ["hang", "drip"])
def test_slow_service_times_out(clock: Any, how: str) -> None:
    """A service that hangs or drips costs two seconds."""

    def respond(connection: Connection) -> None:
        connection.request()
        if how == "drip":
            connection.drip(b"HTTP/1.1 200 OK\r\n" + b"X-Filler: x\r\n" * 1000, 0.05)
        connection.stopping.wait()

    with raw_server(respond) as server:
        started = time.monotonic()
        with pytest.raises(CredentialsMissing, match=r"instance role: .*timed out"):
            InstanceRoleCredentials(base_url=server.url, clock=clock).get()
        assert time.monotonic() - started < 6


def test_refused_connection_is_an_error(clock: Any) -> None:
    """Without a listener the message says that the connection failed."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(CredentialsMissing, match="could not connect"):
        InstanceRoleCredentials(base_url=f"http://127.0.0.1:{port}", clock=clock).get()


@pytest.mark.parametrize("url", ["metadata", "http://a b", "http://h/path"])
def test_invalid_base_url_is_refused(url: str) -> None:
    """The constructor checks the address."""
    with pytest.raises(RequestInvalid, match="base_url"):
        InstanceRoleCredentials(base_url=url)
