"""What hooks are told of a call, and that they cannot harm it."""

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


class Diary(Hook):
    """Writes down what it is told."""

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


class AsyncDiary(Diary):
    """The same, awaited."""

    async def before_call(self, call: Call) -> None:  # type: ignore[override]
        super().before_call(call)

    async def after_attempt(self, attempt: Attempt) -> None:  # type: ignore[override]
        super().after_attempt(attempt)


@pytest.fixture
def made(kind: Any) -> Callable[..., Any]:
    """A client of either kind on a scripted network, and what runs its calls."""

    def make(*answers: Any, **settings: Any) -> tuple[Any, Any]:
        from tencentkit.testing import ManualClock

        network = kind.pick(SyncScript, AsyncScript)(answers)
        settings = {"clock": ManualClock(), "rng": lambda: 0.5, "transport": network} | settings
        return kind.client(**settings), network

    return make


def test_each_attempt_is_told_with_cause_and_wait(kind: Any, made: Any) -> None:
    """A refusal for the rate, a failure and a success: the hook hears of three attempts and why each was followed by another."""
    diary = Diary()
    client, _ = made(refusal("RequestLimitExceeded"), refusal("InternalError"), result(), hooks=[diary])
    kind.run(client.list_async_events(function_name="f"))
    assert diary.lines == [
        ("call", "ListAsyncEvents", 0),
        ("attempt", 1),
        ("attempt ended", 1, Cause.THROTTLED, 0.5, "RequestLimitExceeded"),
        ("attempt", 2),
        ("attempt ended", 2, Cause.TRANSIENT, 0.05, "InternalError"),
        ("attempt", 3),
        ("attempt ended", 3, None, None, "NoneType"),
        ("call ended", 3, "r-1", "NoneType"),
    ]


def test_the_last_failure_is_told_without_a_wait(kind: Any, made: Any) -> None:
    """When nothing is tried again, `wait` is None and the call ends with the error that the caller gets."""
    diary = Diary()
    client, _ = made(refusal("InternalError"), hooks=[diary], retry=Retry(attempts=1))
    with pytest.raises(InternalError) as caught:
        kind.run(client.list_async_events(function_name="f"))
    assert diary.lines[2:] == [
        ("attempt ended", 1, Cause.TRANSIENT, None, "InternalError"),
        ("call ended", 1, "r-1", "InternalError"),
    ]
    assert diary.seen[0].error is caught.value


def test_a_call_that_sends_nothing_is_told_of_too(kind: Any, made: Any) -> None:
    """Without credentials, or without time for the rate limit, a call begins and ends without an attempt."""

    class Nothing:
        def get(self) -> Credentials:
            raise CredentialsMissing("none")

    diary = Diary()
    client, _ = made(result(), hooks=[diary], credentials=Nothing())
    with pytest.raises(CredentialsMissing):
        kind.run(client.list_async_events(function_name="f"))
    client, _ = made(result(), hooks=[diary], throttle=Throttle(limits={"ListAsyncEvents": 1}), deadline=1)
    kind.run(client.list_async_events(function_name="f"))
    with pytest.raises(DeadlineExceeded):
        kind.run(client.list_async_events(function_name="f"))
    assert [line[0] for line in diary.lines].count("attempt") == 1
    assert [line[-1] for line in diary.lines if line[0] == "call ended"] == ["CredentialsMissing", "NoneType", "DeadlineExceeded"]


def test_an_async_hook_is_awaited_by_an_async_client_and_refused_by_the_other(kind: Any, made: Any) -> None:
    """One protocol for both; what a sync client could never run is refused when it is made."""
    diary = AsyncDiary()
    if not kind.is_async:
        with pytest.raises(RequestInvalid, match="AsyncDiary is async, which needs an AsyncClient"):
            made(result(), hooks=[diary])
        return
    client, _ = made(result(), hooks=[diary])
    kind.run(client.list_async_events(function_name="f"))
    assert [line[0] for line in diary.lines] == ["call", "attempt", "attempt ended", "call ended"]


def test_a_hook_may_add_headers_of_its_own(kind: Any, made: Any) -> None:
    """What `before_attempt` puts into `headers` is sent; what is ours to set is refused."""

    class Tracer(Hook):
        def __init__(self, name: str) -> None:
            self.name = name

        def before_attempt(self, attempt: Attempt) -> None:
            attempt.headers[self.name] = f"t-{attempt.number}"

    client, network = made(refusal("InternalError"), result(), hooks=[Tracer("X-TC-TraceId")])
    kind.run(client.list_async_events(function_name="f", headers={"X-Mine": "m"}))
    assert [network.headers(index)["x-tc-traceid"] for index in (0, 1)] == ["t-1", "t-2"]
    assert network.headers()["x-mine"] == "m"
    client, network = made(result(), hooks=[Tracer("Authorization")])
    with pytest.raises(RequestInvalid, match="Authorization is set by the client"):
        kind.run(client.list_async_events(function_name="f"))
    assert network.requests == []


def test_a_hook_that_fails_does_not_touch_the_call(kind: Any, made: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Its failure is logged by name, without its text."""

    class Broken(Hook):
        def before_call(self, call: Call) -> None:
            raise RuntimeError(f"canary {call.host}")

        def after_attempt(self, attempt: Attempt) -> None:
            raise KeyError(attempt.number)

    diary = Diary()
    client, _ = made(result(TotalCount=7), hooks=[Broken(), diary])
    caplog.set_level(logging.ERROR)
    assert kind.run(client.list_async_events(function_name="f")).total_count == 7
    assert len(diary.lines) == 4
    assert "hook Broken failed in before_call with RuntimeError" in caplog.text
    assert "canary" not in caplog.text


def test_an_interrupt_ends_attempt_and_call(kind: Any, made: Any) -> None:
    """KeyboardInterrupt on the way is told as the end of both, and reaches the caller."""
    diary = Diary()

    def interrupt(_: Any) -> Any:
        raise KeyboardInterrupt

    client, _ = made(interrupt, hooks=[diary])

    async def interrupted() -> None:
        with pytest.raises(KeyboardInterrupt):
            await client.list_async_events(function_name="f")

    if kind.is_async:
        kind.run(interrupted())
    else:
        with pytest.raises(KeyboardInterrupt):
            client.list_async_events(function_name="f")
    assert [(line[0], line[-1]) for line in diary.lines[2:]] == [
        ("attempt ended", "KeyboardInterrupt"),
        ("call ended", "KeyboardInterrupt"),
    ]


@pytest.mark.parametrize("hooks", [[object()], [Diary], [lambda _: None]], ids=["object", "class", "function"])
def test_what_is_no_hook_is_refused(made: Any, hooks: list[Any]) -> None:
    """Before any call, by the argument's name."""
    with pytest.raises(RequestInvalid, match="hooks"):
        made(result(), hooks=hooks)


def test_what_a_hook_sees_holds_no_secret(kind: Any, made: Any) -> None:
    """Neither the repr of a call or an attempt nor anything in them shows a key, a token or a signature."""
    diary = Diary()
    client, network = made(
        refusal("InternalError", "who is key-canary"),
        result(),
        hooks=[diary],
        credentials=Credentials("AKIDcanary0000000001", "key-canary", "token-canary"),
    )
    kind.run(client.list_async_events(function_name="f"))
    signature = network.headers()["authorization"].rpartition("=")[2]
    fields = [getattr(thing, name) for thing in diary.seen for name in type(thing).__slots__ if hasattr(thing, name)]
    shown = repr(diary.seen) + repr(fields)
    assert not [secret for secret in ("canary", signature) if secret in shown]
