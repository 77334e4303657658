"""Hooks: events, headers, async hooks, errors and redaction."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit import Credentials, Hook, Retry, Throttle
from tencentkit.errors import CredentialsMissing, DeadlineExceeded, InternalError, RequestInvalid
from tencentkit.hooks import Attempt, Call
from tencentkit.retry import Cause
from tests.scripted import AsyncScript, SyncScript, refusal, result


class Recorder(Hook):
    """Hook that records its events."""

    def __init__(self) -> None:
        self.lines: list[tuple[Any, ...]] = []
        self.seen: list[Call | Attempt] = []

    def before_call(self, call: Call) -> None:
        self.seen.append(call)
        self.lines.append(("call", call.action, call.attempts))

    def before_attempt(self, attempt: Attempt) -> None:
        self.seen.append(attempt)
        self.lines.append(("attempt", attempt.number))

    def after_attempt(self, attempt: Attempt) -> None:
        self.lines.append(("attempt ended", attempt.number, attempt.cause, attempt.wait, type(attempt.error).__name__))

    def after_call(self, call: Call) -> None:
        self.lines.append(("call ended", call.attempts, call.request_id, type(call.error).__name__))


class AsyncRecorder(Recorder):
    """Recorder with coroutine methods."""

    async def before_call(self, call: Call) -> None:  # type: ignore[override]
        super().before_call(call)

    async def after_attempt(self, attempt: Attempt) -> None:  # type: ignore[override]
        super().after_attempt(attempt)


@pytest.fixture
def make_client(kind: Any) -> Callable[..., Any]:
    """Return a function that makes a client with a scripted network."""

    def make(*responses: Any, **settings: Any) -> tuple[Any, Any]:
        from tencentkit.testing import ManualClock

        network = kind.pick(SyncScript, AsyncScript)(responses)
        settings = {"clock": ManualClock(), "rng": lambda: 0.5, "transport": network} | settings
        return kind.client(**settings), network

    return make


def test_attempts_have_cause_and_wait(kind: Any, make_client: Any) -> None:
    """After a rate limit refusal, a failure and a success the hook has seen three attempts, each with its cause and wait."""
    recorder = Recorder()
    client, _ = make_client(refusal("RequestLimitExceeded"), refusal("InternalError"), result(), hooks=[recorder])
    kind.run(client.list_async_events(function_name="f"))
    assert recorder.lines == [
        ("call", "ListAsyncEvents", 0),
        ("attempt", 1),
        ("attempt ended", 1, Cause.THROTTLED, 0.5, "RequestLimitExceeded"),
        ("attempt", 2),
        ("attempt ended", 2, Cause.TRANSIENT, 0.05, "InternalError"),
        ("attempt", 3),
        ("attempt ended", 3, None, None, "NoneType"),
        ("call ended", 3, "r-1", "NoneType"),
    ]


def test_last_failure_has_no_wait(kind: Any, make_client: Any) -> None:
    """Without another attempt `wait` is None, and the call ends with the error that the caller gets."""
    recorder = Recorder()
    client, _ = make_client(refusal("InternalError"), hooks=[recorder], retry=Retry(attempts=1))
    with pytest.raises(InternalError) as caught:
        kind.run(client.list_async_events(function_name="f"))
    assert recorder.lines[2:] == [
        ("attempt ended", 1, Cause.TRANSIENT, None, "InternalError"),
        ("call ended", 1, "r-1", "InternalError"),
    ]
    assert recorder.seen[0].error is caught.value


def test_call_without_attempts(kind: Any, make_client: Any) -> None:
    """Without credentials, or without time for the rate limit, a call starts and ends without an attempt."""

    class Nothing:
        def get(self) -> Credentials:
            raise CredentialsMissing("none")

    recorder = Recorder()
    client, _ = make_client(result(), hooks=[recorder], credentials=Nothing())
    with pytest.raises(CredentialsMissing):
        kind.run(client.list_async_events(function_name="f"))
    client, _ = make_client(result(), hooks=[recorder], throttle=Throttle(limits={"ListAsyncEvents": 1}), deadline=1)
    kind.run(client.list_async_events(function_name="f"))
    with pytest.raises(DeadlineExceeded):
        kind.run(client.list_async_events(function_name="f"))
    assert [line[0] for line in recorder.lines].count("attempt") == 1
    assert [line[-1] for line in recorder.lines if line[0] == "call ended"] == ["CredentialsMissing", "NoneType", "DeadlineExceeded"]


def test_async_hook_needs_an_asyncclient(kind: Any, make_client: Any) -> None:
    """An `AsyncClient` awaits an async hook; a `Client` refuses it."""
    recorder = AsyncRecorder()
    if not kind.is_async:
        with pytest.raises(RequestInvalid, match="AsyncRecorder is async, which needs an AsyncClient"):
            make_client(result(), hooks=[recorder])
        return
    client, _ = make_client(result(), hooks=[recorder])
    kind.run(client.list_async_events(function_name="f"))
    assert [line[0] for line in recorder.lines] == ["call", "attempt", "attempt ended", "call ended"]


def test_hook_adds_headers(kind: Any, make_client: Any) -> None:
    """The client sends the headers that `before_attempt` adds, and refuses those that it sets itself."""

    class Tracer(Hook):
        def __init__(self, name: str) -> None:
            self.name = name

        def before_attempt(self, attempt: Attempt) -> None:
            attempt.headers[self.name] = f"t-{attempt.number}"

    client, network = make_client(refusal("InternalError"), result(), hooks=[Tracer("X-TC-TraceId")])
    kind.run(client.with_options(headers={"X-Mine": "m"}).list_async_events(function_name="f"))
    assert [network.headers(index)["x-tc-traceid"] for index in (0, 1)] == ["t-1", "t-2"]
    assert network.headers()["x-mine"] == "m"
    kind.run(client.with_options(headers={"x-tc-traceid": "mine"}).list_async_events(function_name="f"))
    assert [pair for pair in network.requests[-1].headers if pair[0].lower() == "x-tc-traceid"] == [("X-TC-TraceId", "t-1")]
    client, network = make_client(result(), hooks=[Tracer("Authorization")])
    with pytest.raises(RequestInvalid, match="Authorization is set by the client"):
        kind.run(client.list_async_events(function_name="f"))
    assert network.requests == []


def test_failing_hook_does_not_affect_call(kind: Any, make_client: Any, caplog: pytest.LogCaptureFixture) -> None:
    """The log contains the class of the error, without its text."""

    class Broken(Hook):
        def before_call(self, call: Call) -> None:
            raise RuntimeError(f"canary {call.host}")

        def after_attempt(self, attempt: Attempt) -> None:
            raise KeyError(attempt.number)

    recorder = Recorder()
    client, _ = make_client(result(TotalCount=7), hooks=[Broken(), recorder])
    caplog.set_level(logging.ERROR)
    assert kind.run(client.list_async_events(function_name="f")).total_count == 7
    assert len(recorder.lines) == 4
    assert "hook Broken failed in before_call with RuntimeError" in caplog.text
    assert "canary" not in caplog.text


def test_interrupt_ends_attempt_and_call(kind: Any, make_client: Any) -> None:
    """A KeyboardInterrupt while a request is in flight ends both, and reaches the caller."""
    recorder = Recorder()

    def interrupt(_: Any) -> Any:
        raise KeyboardInterrupt

    client, _ = make_client(interrupt, hooks=[recorder])

    async def interrupted() -> None:
        with pytest.raises(KeyboardInterrupt):
            await client.list_async_events(function_name="f")

    if kind.is_async:
        kind.run(interrupted())
    else:
        with pytest.raises(KeyboardInterrupt):
            client.list_async_events(function_name="f")
    assert [(line[0], line[-1]) for line in recorder.lines[2:]] == [
        ("attempt ended", "KeyboardInterrupt"),
        ("call ended", "KeyboardInterrupt"),
    ]


@pytest.mark.parametrize("hooks", [[object()], [Recorder], [lambda _: None]], ids=["object", "class", "function"])
def test_other_objects_are_refused(make_client: Any, hooks: list[Any]) -> None:
    """The constructor of the client names the argument."""
    with pytest.raises(RequestInvalid, match="hooks"):
        make_client(result(), hooks=hooks)


def test_hook_sees_no_secret(kind: Any, make_client: Any) -> None:
    """Neither the repr nor any attribute of a call or an attempt contains a key, a token or a signature."""
    recorder = Recorder()
    client, network = make_client(
        refusal("InternalError", "who is key-canary"),
        result(),
        hooks=[recorder],
        credentials=Credentials("AKIDcanary0000000001", "key-canary", "token-canary"),
    )
    kind.run(client.list_async_events(function_name="f"))
    signature = network.headers()["authorization"].rpartition("=")[2]
    fields = [getattr(thing, name) for thing in recorder.seen for name in type(thing).__slots__ if hasattr(thing, name)]
    shown = repr(recorder.seen) + repr(fields)
    assert not [secret for secret in ("canary", signature) if secret in shown]
