"""Redaction: random secrets appear in no log, repr, error, pickle, traceback or hook."""

from __future__ import annotations

import gc
import gzip
import json
import logging
import pickle
import string
import sys
import traceback
from collections.abc import Callable
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tencentkit import AssumeRoleCredentials, CallableCredentials, Credentials, Hook, InstanceRoleCredentials, ProfileCredentials, Retry
from tencentkit.errors import TencentkitError
from tencentkit.hooks import Attempt, Call
from tencentkit.scf import AsyncClient, Client
from tests.conftest import Kind
from tests.scripted import refusal, result
from tests.transport.raw_server import Connection, ok, raw_server

# The prefix is needed: hypothesis also draws words of the source code, which a traceback contains.
SECRETS = st.text(string.ascii_letters + string.digits + "%/+=-_", min_size=16, max_size=40).map("k9Z".__add__)


class LogRecorder(logging.Handler):
    """Handler that keeps every log record of every library, with its attributes."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.startswith("httpcore") and record.getMessage().startswith("receive_response_headers.complete"):
            return  # httpcore's own trace contains received headers, also echoed ones; see docs/design/errors.md
        self.texts.append(record.getMessage() + repr(vars(record)))


class HookRecorder(Hook):
    """Hook that keeps the repr of everything it receives."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts

    def after_attempt(self, attempt: Attempt) -> None:
        self.texts += [repr(attempt), repr(attempt.call), repr(attempt.headers), repr(attempt.error)]

    def after_call(self, call: Call) -> None:
        self.texts += [repr(call), repr(call.notes)]


def echo(request: bytes) -> bytes:
    """Return the headers of a request as one line."""
    return request.partition(b"\r\n\r\n")[0].replace(b"\r\n", b" ").replace(b'"', b"'")


def error_echo(connection: Connection) -> None:
    while request := connection.request():
        connection.send(ok(b'{"Response": {"Error": {"Code": "InternalError", "Message": "%s"}, "RequestId": "r"}}' % echo(request)))


def html_echo(connection: Connection) -> None:
    while request := connection.request():
        connection.send(ok(echo(request), b"Content-Type: text/html"))


def truncated_echo(connection: Connection) -> None:
    if request := connection.request():
        connection.send(ok(b'{"Response": "%s' % echo(request))[:-1])


def hanging(connection: Connection) -> None:
    connection.request()
    connection.stopping.wait()


def resetting(connection: Connection) -> None:
    connection.request()
    connection.reset()


def oversized_echo(connection: Connection) -> None:
    if request := connection.request():
        connection.send(ok(gzip.compress(echo(request) + b"0" * 60_000_000), b"Content-Encoding: gzip"))


def second_response(connection: Connection) -> None:
    if request := connection.request():
        connection.send(ok() + ok(echo(request)))


def invalid_utf8(connection: Connection) -> None:
    if request := connection.request():
        connection.send(ok(b'{"Response": {"RequestId": "\xff' + echo(request) + b'"}}'))


def success(connection: Connection) -> None:
    while connection.request():
        connection.send(ok())


def header_echo(connection: Connection) -> None:
    while request := connection.request():
        lines = request.partition(b"\r\n\r\n")[0].split(b"\r\n")[1:]
        connection.send(ok(b'{"Response": {"RequestId": "r"}}', *(b"X-Echo-" + line for line in lines)))


SERVERS = {
    handler.__name__: handler
    for handler in (
        header_echo,
        error_echo,
        html_echo,
        truncated_echo,
        hanging,
        resetting,
        oversized_echo,
        second_response,
        invalid_utf8,
        success,
    )
}


def everything_printable(error: BaseException) -> list[str]:
    """Return texts, attributes, pickle and local variables of an error and its whole chain."""
    texts = [str(error), repr(error), repr(vars(error)), pickle.dumps(error).decode("latin-1")]
    texts += traceback.TracebackException.from_exception(error, capture_locals=True, compact=False).format()
    seen: set[int] = set()
    chain: list[BaseException | None] = [error]
    while chain:
        one = chain.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        texts += [str(one), repr(one), repr(one.args), repr(vars(one))]
        frame = one.__traceback__
        while frame is not None:
            if "/tests/" not in frame.tb_frame.f_code.co_filename:
                texts += [repr(value) for value in frame.tb_frame.f_locals.values()]
            frame = frame.tb_next
        chain += [one.__cause__, one.__context__]
    return texts


def run(kind: Kind, handler: Any, credentials: Any, **more: Any) -> list[str]:
    """Make one call and return every text that it leaves."""
    texts: list[str] = []
    log = LogRecorder()
    root = logging.getLogger()
    level = root.level
    root.addHandler(log)
    root.setLevel(logging.DEBUG)
    try:
        with raw_server(handler) as server:
            client = kind.client(
                base_url=server.url, throttle=None, rng=lambda: 0.0, credentials=credentials, hooks=[HookRecorder(texts)],
                **({"deadline": 0.2} if handler is hanging else {"deadline": 20}) | more,
            )  # fmt: skip
            try:
                response = kind.run(client.list_async_events(function_name="f"))
                texts += [repr(response), repr(response.meta), pickle.dumps(response).decode("latin-1")]
            except Exception as error:  # noqa: BLE001 - any error is inspected
                # The frames of this test contain the secrets; the frames of the library must not.
                error.__traceback__ = error.__traceback__.tb_next if error.__traceback__ else None
                texts += everything_printable(error)
            texts += [repr(client), repr(credentials), repr(client._settings), repr(client._settings.signer), repr(vars(client._transport))]
            signatures = [request.partition(b"Signature=")[2][:64].decode() for request in server.requests]
            kind.close_clients()
    finally:
        root.removeHandler(log)
        root.setLevel(level)
    texts += log.texts
    for signature in filter(None, signatures):
        assert not [text for text in texts if signature in text]
    return texts


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(secret_key=SECRETS, token=SECRETS)
@pytest.mark.parametrize("server", [name for name in SERVERS if name != "oversized_echo"])
def test_no_secret_in_any_text(kind: Kind, server: str, secret_key: str, token: str) -> None:
    """No text contains key, token or signature, also when the service echoes the request headers."""
    texts = run(kind, SERVERS[server], Credentials("AKIDabcdefghijkl", secret_key, token))
    assert texts
    for secret in (secret_key, token):
        assert not [text for text in texts if secret in text]


def test_oversized_echo_is_discarded(kind: Kind) -> None:
    """No part of an oversized response appears."""
    assert not [text for text in run(kind, oversized_echo, Credentials("id", "canary-key", "canary-token")) if "canary" in text]


@pytest.mark.parametrize("source", ["metadata", "sts", "function", "proxy"])
def test_credential_sources_and_proxies(kind: Kind, source: str) -> None:
    """Metadata service, STS, a failing callable and the proxy password appear nowhere."""
    keys = {"TmpSecretId": "i", "TmpSecretKey": "canary-key", "Token": "canary-token"}

    def serve(connection: Connection) -> None:
        while request := connection.request():
            if request.startswith(b"GET") and b"credentials/ " in request:
                connection.send(ok(b"role"))
            elif source == "proxy":
                connection.send(ok())
            elif request.startswith(b"GET"):
                connection.send(ok(json.dumps(keys | {"Code": "Success", "ExpiredTime": 1}).encode()))
            else:
                connection.send(ok(json.dumps({"Response": {"Credentials": keys, "ExpiredTime": 1}}).encode()))

    def function() -> Any:
        return "canary-key"

    with raw_server(serve) as server:
        more: dict[str, Any] = {}
        credentials: Any = Credentials("id", "canary-key", "canary-token")
        if source == "metadata":
            credentials = InstanceRoleCredentials(base_url=server.url)
        elif source == "sts":
            credentials = AssumeRoleCredentials(role_arn="r", source=credentials, base_url=server.url)
        elif source == "function":
            credentials = CallableCredentials(function)
        else:
            from tencentkit.transport import AsyncHttpxTransport, HttpxTransport

            made = kind.pick(HttpxTransport, AsyncHttpxTransport)
            more["transport"] = made(proxy=f"http://user:canary-password@127.0.0.1:{server.port}")
        texts = run(kind, success, credentials, **more)
    assert not [text for text in texts if "canary" in text]


def test_interrupted_signing() -> None:
    """A traceback through the signer contains no key and no part of one."""
    import hmac

    from tencentkit._signing.tc3 import Signer
    from tests.signing.authorization import authorization

    secret = "canary-key-0123456789"
    texts: list[str] = []
    digest = hmac.digest

    for calls in range(3):
        left = [calls]

        def interrupted(*arguments: Any, left: list[int] = left) -> bytes:
            if left[0] == 0:
                raise KeyboardInterrupt
            left[0] -= 1
            return digest(*arguments)

        with mock.patch("hmac.digest", interrupted):
            try:
                authorization(Signer(), Credentials("i", secret), [("host", "h")], b"")
            except KeyboardInterrupt as error:
                frame = error.__traceback__
                while frame is not None:
                    if "_signing" in frame.tb_frame.f_code.co_filename:
                        texts += [repr(value) for value in frame.tb_frame.f_locals.values()]
                    frame = frame.tb_next
    assert len(texts) > 3
    assert not [text for text in texts if "canary" in text]
    assert sys.exc_info() == (None, None, None)
    gc.collect()


Make = Callable[..., Any]


def test_logs(stage: Make, caplog: pytest.LogCaptureFixture) -> None:
    """At DEBUG each attempt logs one line with action, code and request id, without key, token or signature."""
    caplog.set_level(logging.DEBUG)
    credentials = Credentials("AKIDcanary0000000001", "key-canary", token="token-canary")
    made = stage(refusal("RequestLimitExceeded", "who is AKIDcanary0000000001"), result(), credentials=credentials)
    made.list_events()
    records = [record for record in caplog.records if record.name == "tencentkit"]
    text = caplog.text + repr([vars(record) for record in records])
    assert len(records) == 2
    assert "RequestLimitExceeded" in text
    assert not [secret for secret in ("canary", "Signature=", "TC3-HMAC") if secret in text]


def test_reprs_and_errors(stage: Make) -> None:
    """No repr of a client, its errors and their attributes shows a key."""
    credentials = Credentials("AKIDcanary0000000001", "key-canary", token="token-canary")
    made = stage(refusal("AuthFailure.SecretIdNotFound", "AKIDcanary0000000001 / key-canary"), credentials=credentials)
    with pytest.raises(Exception, match="SecretIdNotFound") as caught:
        made.list_events()
    shown = [repr(made.client), repr(credentials), repr(made.client._settings), repr(made.network.requests)]
    shown += [str(caught.value), repr(caught.value), repr(vars(caught.value)), pickle.dumps(caught.value).decode("latin-1")]
    for entry in caught.traceback:
        if "tencentkit" in str(entry.path):
            shown += [repr(value) for value in entry.locals.values()]
    assert not [text for text in shown if "key-canary" in text or "token-canary" in text]


KEY = "canary-key\n"  # as read from a file, the usual mistake
INVALID: list[tuple[type[Any], dict[str, Any]]] = [
    (Credentials, {"secret_id": "AKID", "secret_key": KEY}),
    (Credentials, {"secret_id": "AKID", "secret_key": "canary-key", "token": KEY}),
    (Credentials, {"secret_id": 5, "secret_key": "canary-key"}),
    (Credentials, {"secret_id": None, "secret_key": KEY, "expires_at": "soon"}),
    (Client, {"region": 5}),
    (Client, {"transport": 5}),
    (Client, {"hooks": 5}),
    (AsyncClient, {"base_url": 5}),
    (AsyncClient, {"transport": 5}),
    (Retry, {"codes": "InternalError"}),
    (Retry, {"codes": {5}}),
    (Retry, {"attempts": 0}),
    (ProfileCredentials, {"profile": 5}),
    (ProfileCredentials, {"clock": 5}),
    (AssumeRoleCredentials, {"role_arn": "r", "clock": 5}),
    (CallableCredentials, {"function": 5}),
    (CallableCredentials, {"function": print, "clock": 5}),
]


@pytest.mark.parametrize(("kind", "arguments"), INVALID)
def test_traceback_of_a_constructor(kind: type[Any], arguments: dict[str, Any]) -> None:
    """A traceback with local variables can be printed although the object is incomplete, and the frames of ours show no key."""
    with pytest.raises(TencentkitError) as caught:
        kind(**arguments)
    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    ours = [frame for frame in shown.stack if frame.filename != __file__]
    assert ours
    assert not [frame for frame in ours if "canary" in repr(frame.locals)]
