"""Random secrets, seeded through whole runs, appear nowhere: logs, reprs, errors, pickles, tracebacks with variables, hooks."""

from __future__ import annotations

import gc
import gzip
import json
import logging
import pickle
import string
import sys
import traceback
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tencentkit import AssumeRoleCredentials, CallableCredentials, Credentials, Hook, InstanceRoleCredentials
from tencentkit.hooks import Attempt, Call
from tests.conftest import Kind
from tests.transport.raw_server import Connection, ok, raw_server

# Marked, because hypothesis also draws words of the source, which do stand in a traceback.
SECRETS = st.text(string.ascii_letters + string.digits + "%/+=-_", min_size=16, max_size=40).map("k9Z".__add__)


class Everything(logging.Handler):
    """All that any library logs, at DEBUG, with every attribute of the record."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.startswith("httpcore") and record.getMessage().startswith("receive_response_headers.complete"):
            return  # who turns httpcore's own trace on sees what came, an echo too; see docs/design/errors.md
        self.texts.append(record.getMessage() + repr(vars(record)))


class Notes(Hook):
    """All that a hook is shown."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts

    def after_attempt(self, attempt: Attempt) -> None:
        self.texts += [repr(attempt), repr(attempt.call), repr(attempt.headers), repr(attempt.error)]

    def after_call(self, call: Call) -> None:
        self.texts += [repr(call), repr(call.notes)]


def echo(request: bytes) -> bytes:
    """What a talkative service says: the caller's own headers."""
    return request.partition(b"\r\n\r\n")[0].replace(b"\r\n", b" ").replace(b'"', b"'")


def refusing(connection: Connection) -> None:
    while request := connection.request():
        connection.send(ok(b'{"Response": {"Error": {"Code": "InternalError", "Message": "%s"}, "RequestId": "r"}}' % echo(request)))


def babbling(connection: Connection) -> None:
    while request := connection.request():
        connection.send(ok(echo(request), b"Content-Type: text/html"))


def cutting(connection: Connection) -> None:
    if request := connection.request():
        connection.send(ok(b'{"Response": "%s' % echo(request))[:-1])


def hanging(connection: Connection) -> None:
    connection.request()
    connection.stopping.wait()


def resetting(connection: Connection) -> None:
    connection.request()
    connection.reset()


def swelling(connection: Connection) -> None:
    if request := connection.request():
        connection.send(ok(gzip.compress(echo(request) + b"0" * 60_000_000), b"Content-Encoding: gzip"))


def doubling(connection: Connection) -> None:
    if request := connection.request():
        connection.send(ok() + ok(echo(request)))


def choking(connection: Connection) -> None:
    if request := connection.request():
        connection.send(ok(b'{"Response": {"RequestId": "\xff' + echo(request) + b'"}}'))


def welcoming(connection: Connection) -> None:
    while connection.request():
        connection.send(ok())


def mirroring(connection: Connection) -> None:
    while request := connection.request():
        lines = request.partition(b"\r\n\r\n")[0].split(b"\r\n")[1:]
        connection.send(ok(b'{"Response": {"RequestId": "r"}}', *(b"X-Echo-" + line for line in lines)))


TALKS = {
    handler.__name__: handler
    for handler in (mirroring, refusing, babbling, cutting, hanging, resetting, swelling, doubling, choking, welcoming)
}


def told(error: BaseException) -> list[str]:
    """All that can be printed of an error: texts, attributes, pickle, and the frames of its whole chain with their variables."""
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
    """One call, and all that is left of it to read."""
    texts: list[str] = []
    log = Everything()
    root = logging.getLogger()
    level = root.level
    root.addHandler(log)
    root.setLevel(logging.DEBUG)
    try:
        with raw_server(handler) as server:
            client = kind.client(
                base_url=server.url, throttle=None, rng=lambda: 0.0, credentials=credentials, hooks=[Notes(texts)],
                **({"deadline": 0.2} if handler is hanging else {"deadline": 20}) | more,
            )  # fmt: skip
            try:
                answer = kind.run(client.list_async_events(function_name="f"))
                texts += [repr(answer), repr(answer.meta), pickle.dumps(answer).decode("latin-1")]
            except Exception as error:  # noqa: BLE001 - what it is does not matter here
                # The frames of this test hold what it made up; those of the library must not.
                error.__traceback__ = error.__traceback__.tb_next if error.__traceback__ else None
                texts += told(error)
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
@pytest.mark.parametrize("talk", [name for name in TALKS if name != "swelling"])
def test_secrets_appear_nowhere(kind: Kind, talk: str, secret_key: str, token: str) -> None:
    """Whatever a service answers, even with the caller's own headers, nothing that can be printed holds key, token or signature."""
    texts = run(kind, TALKS[talk], Credentials("AKIDabcdefghijkl", secret_key, token))
    assert texts
    for secret in (secret_key, token):
        assert not [text for text in texts if secret in text]


def test_a_bomb_that_echoes_shows_nothing(kind: Kind) -> None:
    """An answer that is too large is given up without a word of it."""
    assert not [text for text in run(kind, swelling, Credentials("id", "canary-key", "canary-token")) if "canary" in text]


@pytest.mark.parametrize("how", ["metadata", "sts", "function", "proxy"])
def test_sources_show_nothing(kind: Kind, how: str) -> None:
    """Neither a metadata service, nor STS, nor a user's function that fails, nor a proxy's password is shown."""
    keys = {"TmpSecretId": "i", "TmpSecretKey": "canary-key", "Token": "canary-token"}

    def source(connection: Connection) -> None:
        while request := connection.request():
            if request.startswith(b"GET") and b"credentials/ " in request:
                connection.send(ok(b"role"))
            elif how == "proxy":
                connection.send(ok())
            elif request.startswith(b"GET"):
                connection.send(ok(json.dumps(keys | {"Code": "Success", "ExpiredTime": 1}).encode()))
            else:
                connection.send(ok(json.dumps({"Response": {"Credentials": keys, "ExpiredTime": 1}}).encode()))

    def function() -> Any:
        return "canary-key"

    with raw_server(source) as server:
        more: dict[str, Any] = {}
        credentials: Any = Credentials("id", "canary-key", "canary-token")
        if how == "metadata":
            credentials = InstanceRoleCredentials(base_url=server.url)
        elif how == "sts":
            credentials = AssumeRoleCredentials(role_arn="r", source=credentials, base_url=server.url)
        elif how == "function":
            credentials = CallableCredentials(function)
        else:
            from tencentkit.transport import AsyncHttpxTransport, HttpxTransport

            made = kind.pick(HttpxTransport, AsyncHttpxTransport)
            more["transport"] = made(proxy=f"http://user:canary-password@127.0.0.1:{server.port}")
        texts = run(kind, welcoming, credentials, **more)
    assert not [text for text in texts if "canary" in text]


def test_an_interrupt_within_signing_shows_nothing() -> None:
    """A traceback through the signer, at any of its lines, holds no key and no part of one."""
    import hmac

    from tencentkit._signing.tc3 import Signer

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
                Signer().authorization(Credentials("i", secret), service="scf", timestamp=0, headers=[("host", "h")], payload=b"")
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
