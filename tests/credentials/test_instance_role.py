"""The metadata service, over a real loopback socket: as it should be, slow, wrong, gone; never through a proxy."""

from __future__ import annotations

import json
import socket
import time
from typing import Any

import pytest

from tencentkit import Credentials, InstanceRoleCredentials
from tencentkit.errors import CredentialsMissing
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


def metadata(role: bytes, answer: bytes) -> Any:
    def handle(connection: Connection) -> None:
        while request := connection.request():
            connection.send(role if request.startswith(LIST.encode() + b"\r\n") else answer)

    return handle


def test_the_role_is_found_and_its_credentials_fetched(clock: Any) -> None:
    """Two requests by GET; the end is the service's."""
    with raw_server(metadata(ok(b"my-role"), ok(keys(clock)))) as server:
        given = InstanceRoleCredentials(base_url=server.url, clock=clock).get()
    assert given.same_keys(Credentials("tmp", "tmpkey-canary", "tok"))
    assert given.expires_at == clock.time() + 3600
    assert [request.partition(b"\r\n")[0].decode() for request in server.requests] == [
        LIST,
        "GET /latest/meta-data/cam/security-credentials/my-role HTTP/1.1",
    ]
    assert b"authorization" not in b"".join(server.requests).lower()


def test_a_role_that_is_named_is_not_asked_for(clock: Any) -> None:
    """One request."""
    with raw_server(metadata(b"", ok(keys(clock)))) as server:
        assert InstanceRoleCredentials("r", base_url=server.url, clock=clock).get().secret_id == "tmp"
        assert len(server.requests) == 1


def test_no_proxy_is_ever_asked(clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Proxies of the environment are for the service, not for the machine next door."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with raw_server(metadata(ok(b"r"), ok(keys(clock)))) as server:
        assert InstanceRoleCredentials(base_url=server.url, clock=clock).get().secret_id == "tmp"


@pytest.mark.parametrize(
    ("role", "answer", "reason"),
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
def test_a_service_that_is_wrong_is_told_by_its_fault(clock: Any, role: bytes, answer: bytes, reason: str) -> None:
    """Never None, never half a pair, never expired keys, and nothing of what it said."""
    with raw_server(metadata(role, answer)) as server, pytest.raises(CredentialsMissing, match=reason) as caught:
        InstanceRoleCredentials(base_url=server.url, clock=clock).get()
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("how", ["hang", "drip"])
def test_a_slow_service_costs_two_seconds(clock: Any, how: str) -> None:
    """It is next door: what hangs or drips is given up."""

    def slow(connection: Connection) -> None:
        connection.request()
        if how == "drip":
            connection.drip(b"HTTP/1.1 200 OK\r\n" + b"X-Filler: x\r\n" * 1000, 0.05)
        connection.stopping.wait()

    with raw_server(slow) as server:
        started = time.monotonic()
        with pytest.raises(CredentialsMissing, match=r"instance role: .*timed out"):
            InstanceRoleCredentials(base_url=server.url, clock=clock).get()
        assert time.monotonic() - started < 6


def test_a_service_that_is_gone_is_told_at_once(clock: Any) -> None:
    """Nothing listens: the reason says so."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
    with pytest.raises(CredentialsMissing, match="could not connect"):
        InstanceRoleCredentials(base_url=f"http://127.0.0.1:{port}", clock=clock).get()
