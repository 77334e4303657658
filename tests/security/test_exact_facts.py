"""Redaction replaces exact secrets in free text, and never a code, request id, status value or header without a secret."""

from __future__ import annotations

import base64
import json
import pickle
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from tencentkit import Credentials
from tencentkit.errors import ApiError, ResponseMalformed
from tencentkit.transport import HttpRequest, HttpResponse
from tests.conftest import Kind
from tests.scripted import refusal, result
from tests.transport.raw_server import Connection, ok, raw_server

Make = Callable[..., Any]
CODE = "InvalidParameterValue.Region"
DIGEST = "0123456789abcdef" * 4
"""64 hexadecimal digits that are no signature, such as the digest of a function's code."""
KEYS = ["a", "key", "Invalid", "InvalidParameterValue", CODE, "r-1", "a" * 7, "ap-guangzhou", "0" * 64, DIGEST[:8]]
TOKENS = [None, "e", "token", "RequestId-token"]


def signature(request: HttpRequest) -> str:
    return dict(request.headers)["Authorization"].rpartition("Signature=")[2]


@pytest.mark.parametrize("token", TOKENS)
@pytest.mark.parametrize("key", KEYS)
def test_codes_stay_exact(stage: Make, key: str, token: str | None) -> None:
    """Whatever the keys, the code decides as the service wrote it; so do the request id, the status and the class."""
    message = f"the Region is wrong; see {DIGEST}"
    reply = refusal(CODE, message, x_trace="ap-guangzhou key 0123")
    with pytest.raises(ApiError) as caught:
        stage(reply, credentials=Credentials("AKID", key, token)).list_events()
    error = pickle.loads(pickle.dumps(caught.value))
    assert (error.code, error.request_id, error.status_code, type(error).__name__) == (CODE, "r-1", 200, "InvalidParameterValue")
    assert str(error).startswith(f"{CODE}: ")
    if len(key) < 8 or key not in message:
        assert error.message == message


def test_code_as_key_is_redacted(stage: Make) -> None:
    """A key of eight characters or more that is also a code is replaced in the message, but not in the code."""
    with pytest.raises(ApiError) as caught:
        stage(refusal(CODE, f"{CODE} {CODE[:7]} by {CODE}"), credentials=Credentials("AKID", CODE)).list_events()
    assert (caught.value.code, caught.value.message) == (CODE, "[secret] Invalid by [secret]")


@pytest.mark.parametrize("key", ["a", "x" * 7])
def test_short_keys_change_nothing(stage: Make, key: str) -> None:
    """With a key below eight characters, every text is as the service sent it."""
    message = f"a {key} b {DIGEST}"
    with pytest.raises(ApiError) as caught:
        stage(refusal(CODE, message), credentials=Credentials(key, key, key)).list_events()
    assert caught.value.message == message
    with pytest.raises(ResponseMalformed) as malformed:
        stage(HttpResponse(200, {"content-type": "a/html"}, f"<{message}>".encode()), credentials=Credentials(key, key, key)).list_events()
    assert f"<{message}>" in str(malformed.value)


ENCODINGS: list[Callable[[str], str]] = [
    str,
    lambda secret: quote(secret, safe=""),
    lambda secret: quote(secret, safe="").replace("%2F", "%2f"),
    lambda secret: json.dumps(secret)[1:-1],
    lambda secret: secret.replace("/", "\\/").replace('"', '\\"'),
    lambda secret: base64.b64encode(secret.encode()).decode(),
]


@pytest.mark.parametrize("encode", ENCODINGS, ids=["plain", "percent", "percent-lower", "json", "json-slash", "base64"])
def test_encoded_secrets_are_redacted(stage: Make, encode: Callable[[str], str]) -> None:
    """Key, token and the signature just sent are found in the encodings of JSON, URLs and base64."""
    credentials = Credentials("AKIDabcdefghijkl", 'a/long"key', 'a/long"token')

    def echo(request: HttpRequest) -> HttpResponse:
        text = " ".join(encode(secret) for secret in ('a/long"key', 'a/long"token', signature(request)))
        return refusal(CODE, f"{text} AKIDabcdefghijkl {DIGEST}")

    with pytest.raises(ApiError) as caught:
        stage(echo, credentials=credentials).list_events()
    assert caught.value.message == f"[secret] [secret] [secret] AKIDabcdefghijkl {DIGEST}"


def test_cut_secret_is_redacted(stage: Make) -> None:
    """A secret across the end of the quoted body does not show its first part."""
    for before in range(150, 205):
        body = "<" + "." * before + "canary-" * 10 + ">"
        with pytest.raises(ResponseMalformed) as caught:
            stage(HttpResponse(200, {}, body.encode()), credentials=Credentials("AKID", "canary-" * 10)).list_events()
        assert "can" not in str(caught.value)


@pytest.mark.parametrize(
    "start", ["错" * 60, "canary-" * 10 + " ", ("canary-" * 10 + " ") * 3, "\xff" * 20], ids=["wide", "once", "often", "binary"]
)
def test_repeated_secret_is_redacted(stage: Make, start: str) -> None:
    """Neither earlier secrets nor characters of several bytes move the end of the search into the text that the error quotes."""
    key = "canary-" * 10
    for pad in range(0, 500, 3):
        body = (start + "." * pad + key + key).encode("latin-1" if "\xff" in start else "utf-8")
        with pytest.raises(ResponseMalformed) as caught:
            stage(HttpResponse(200, {}, body), credentials=Credentials("AKID", key)).list_events()
        assert "can" not in str(caught.value), pad


def test_encoded_echo_in_headers(stage: Make) -> None:
    """`meta.headers` show no key or token in an encoding, also if no header has the plain text."""
    secrets = ('a/long"key', 'a/long"token')
    for encode in ENCODINGS:
        reply = result(TotalCount=0, EventList=[])._replace(headers={"x-echo": " ".join(map(encode, secrets)), "x-id": "r-1"})
        meta = stage(reply, credentials=Credentials("AKID", *secrets)).list_events().meta
        assert meta.headers == {"x-echo": "[secret] [secret]", "x-id": "r-1"}


HEADERS = [(b"X-Digest", DIGEST), (b"X-Region", "ap-guangzhou"), (b"X-Key", "a token"), (b"X-Id", "AKIDabcdefghijkl")]


@pytest.mark.parametrize("credentials", [("a", "p", "t"), ("AKIDabcdefghijkl", "canary-key", "canary-token")], ids=["short", "long"])
def test_headers_without_secret_stay(kind: Kind, credentials: tuple[str, str, str]) -> None:
    """`meta.headers` are exact beside a header that echoes key, token and signature, over a socket."""

    def serve(connection: Connection) -> None:
        while request := connection.request():
            line = request.partition(b"Authorization: ")[2].partition(b"\r\n")[0]
            echo = b"X-canary-key: " + line + b"; " + " ".join(credentials[1:]).encode() + b"; " + line[-64:]
            lines = [name + b": " + value.encode() for name, value in HEADERS]
            connection.send(ok(b'{"Response": {"RequestId": "canary-key"}}', echo, *lines))

    with raw_server(serve) as server:
        client = kind.client(base_url=server.url, throttle=None, credentials=Credentials(*credentials))
        meta = kind.run(client.list_async_events(function_name="f")).meta
        kind.close_clients()
        [request] = server.requests
    sent = request.partition(b"Signature=")[2][:64].decode()
    assert {name.decode().lower(): meta.headers[name.decode().lower()] for name, _ in HEADERS} == {
        name.decode().lower(): value for name, value in HEADERS
    }
    assert meta.request_id == "canary-key"
    assert sent not in repr(meta.headers)
    secrets = "[secret] [secret]" if credentials[1] == "canary-key" else "p t"
    assert meta.headers["x-canary-key"].endswith(f"Signature=[secret]; {secrets}; [secret]")


def test_no_echo_copies_nothing(stage: Make) -> None:
    """The headers of a response without an echo are the response's own mapping."""
    reply = result(TotalCount=1)._replace(headers={"x-digest": DIGEST, "server": "gateway"})
    made = stage(reply, credentials=Credentials("AKIDabcdefghijkl", "canary-key", "canary-token"))
    assert made.list_events().meta.headers is reply.headers
